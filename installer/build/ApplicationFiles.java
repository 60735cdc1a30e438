import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's files as they are installed: jars without native libraries, and this system's libraries in a folder of
 * their own, from which they are loaded. Left in the jars they would be unpacked into the user's home at the first start.
 */
final class ApplicationFiles {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|so\\.\\d+|dll|dylib|jnilib|a)");

    private ApplicationFiles() {
    }

    static void copy(Path program, Path input, Target target, Flavour flavour) throws IOException {
        Path natives = Files.createDirectory(input.resolve("natives"));
        if (!Files.isDirectory(program.resolve("lib"))) {
            throw new Failure(program + " is missing; run 'mvn -Pinstaller package', which makes it first.");
        }
        for (Path jar : list(program.resolve("lib"))) {
            split(jar, input.resolve(jar.getFileName()), natives, target.libraries(), flavour);
        }
        copyTree(program.resolve("pairs"), input.resolve("pairs"));
        Files.copy(program.resolve("LICENSE"), input.resolve("LICENSE"));
    }

    private static void split(Path jar, Path copy, Path natives, Set<String> wanted, Flavour flavour) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
             OutputStream file = new BufferedOutputStream(Files.newOutputStream(copy));
             ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                try (InputStream in = from.getInputStream(entry)) {
                    if (!NATIVE.matcher(entry.getName()).matches()) {
                        ZipEntry same = new ZipEntry(entry.getName());
                        same.setLastModifiedTime(entry.getLastModifiedTime());
                        to.putNextEntry(same);
                        in.transferTo(to);
                    } else if (isWanted(Path.of(entry.getName()), wanted, flavour)) {
                        Files.copy(in, natives.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
        }
        // the cache of classes is for jars with these times, which packages keep to the second, some to every other
        Files.setLastModifiedTime(copy, java.nio.file.attribute.FileTime.fromMillis(
                Files.getLastModifiedTime(jar).toMillis() / 2000 * 2000));
    }

    /** JavaFX's jars are for one system and have the libraries at the top, the others name systems by folders. */
    private static boolean isWanted(Path library, Set<String> wanted, Flavour flavour) {
        boolean ours = library.getParent() == null;
        for (Path folder : library) {
            ours |= wanted.contains(folder.toString());
        }
        return ours && flavour.takes(library.getFileName().toString());
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Iterable<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
