package dev.biglittle.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The platform's folders for this program: those of the XDG Base Directory Specification on Linux, the Known Folders of
 * Windows, and the Library of macOS. None of them needs to exist.
 *
 * @param configuration what the user has chosen; the property {@value #CONFIGURATION} names another one
 * @param data          what the user has made, such as the history; the property {@value #DATA} names another one
 * @param cache         what the program can make again
 */
public record ProgramFolders(Path configuration, Path data, Path cache) {
    /** Names another folder for settings. */
    public static final String CONFIGURATION = "biglittle.configuration";
    /** Names another folder for data. */
    public static final String DATA = "biglittle.data";

    /** The folders on this computer, for this user. */
    public static ProgramFolders here() {
        return of(System.getProperties(), System.getenv());
    }

    static ProgramFolders of(Properties properties, Map<String, String> environment) {
        ProgramFolders usual = usual(properties.getProperty("os.name").toLowerCase(Locale.ROOT),
                Path.of(properties.getProperty("user.home")), environment);
        return new ProgramFolders(named(properties.getProperty(CONFIGURATION), usual.configuration),
                named(properties.getProperty(DATA), usual.data), usual.cache);
    }

    private static ProgramFolders usual(String system, Path home, Map<String, String> environment) {
        if (system.contains("win")) {
            Path roaming = absolute(environment.get("APPDATA"), home).resolve("BigLittle");
            Path local = absolute(environment.get("LOCALAPPDATA"), home).resolve("BigLittle");
            return new ProgramFolders(roaming, local.resolve("data"), local.resolve("cache"));
        }
        if (system.contains("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve("BigLittle");
            return new ProgramFolders(support, support, library.resolve("Caches").resolve("BigLittle"));
        }
        return new ProgramFolders(
                absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("biglittle"),
                absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share")).resolve("biglittle"),
                absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("biglittle"));
    }

    /** XDG: "All paths set in these environment variables must be absolute"; others are to be ignored. */
    private static Path absolute(String value, Path otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }

    private static Path named(String value, Path otherwise) {
        return value == null || value.isBlank() ? otherwise : Path.of(value).toAbsolutePath();
    }
}
