import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The system the installer is for, which is the one it is made on.
 *
 * @param libraries what the jars call the folders with this system's native libraries; each library has its own name for it
 */
record Target(System system, Set<String> libraries) {
    enum System {
        LINUX, WINDOWS, MACOS
    }

    static Target here() {
        String os = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = java.lang.System.getProperty("os.arch").equals("aarch64");
        if (os.startsWith("windows")) {
            return new Target(System.WINDOWS, Set.of("win-x64", "win-x86_64", "win32-x86-64"));
        }
        if (os.startsWith("mac")) {
            return new Target(System.MACOS, Set.of("osx-aarch64", "darwin-aarch64"));
        }
        return new Target(System.LINUX, arm ? Set.of("linux-aarch64") : Set.of("linux-x64", "linux-x86_64", "linux-x86-64"));
    }

    /** The name of the option files. */
    String name() {
        return system.name().toLowerCase(Locale.ROOT);
    }

    /** What must be installed besides the JDK; asked before minutes of work are spent. */
    void requireTools() {
        if (system == System.LINUX && !Command.exists("dpkg-deb")) {
            throw new Failure("a .deb is made with dpkg-deb, which is not on the path; install the package dpkg.");
        }
        if (system == System.WINDOWS && !Command.exists("wix.exe") && !Command.exists("candle.exe")) {
            throw new Failure("an .msi is made with the WiX Toolset, which is not on the path;"
                    + " install it (https://wixtoolset.org, version 3.14 or newer) and open a new terminal.");
        }
        if (system == System.MACOS && !Command.exists("codesign")) {
            throw new Failure("a .dmg is made with Apple's command line tools; install them with 'xcode-select --install'.");
        }
    }

    String jpackage() {
        return Path.of(java.lang.System.getProperty("java.home"), "bin", "jpackage").toString();
    }

    /** The folder of jars, natives and pairs inside an app image. */
    Path application(Path image) {
        return image.resolve(switch (system) {
            case LINUX -> "lib/app";
            case WINDOWS -> "app";
            case MACOS -> "Contents/app";
        });
    }

    /** The bundled runtime's {@code java}. */
    Path java(Path image) {
        return image.resolve(switch (system) {
            case LINUX -> "lib/runtime/bin/java";
            case WINDOWS -> "runtime/bin/java.exe";
            case MACOS -> "Contents/runtime/Contents/Home/bin/java";
        });
    }

    /** The version as the system's packages may have it: macOS refuses one that begins with 0. */
    String accepted(String version) {
        return system == System.MACOS && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /** macOS refuses to start an application that was changed after it was signed. */
    void sealImage(Path image) throws InterruptedException {
        if (system == System.MACOS) {
            Command.run("codesign", "--force", "--deep", "--sign", "-", image.toString());
        }
    }
}
