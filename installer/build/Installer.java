import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the installer of the system it runs on from {@code target/biglittle}: takes the native libraries out of the jars,
 * bundles a runtime, trains the start, and packs all of it.
 */
public final class Installer {
    private static final Path PROGRAM = Path.of("target", "biglittle");

    private Installer() {
    }

    /** Arguments: the version, and {@code cpu} or {@code cuda}. Run in the project's folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            make(arguments[0].replace("-SNAPSHOT", ""), Flavour.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
        } catch (Failure e) {
            System.err.println("No installer was made: " + e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println("No installer was made: there is no flavour '" + arguments[1] + "', only cpu and cuda.");
            System.exit(2);
        }
    }

    private static void make(String version, Flavour flavour) throws IOException, InterruptedException {
        Target target = Target.here();
        target.requireTools();
        Path work = Path.of("target", "installer", flavour.label());
        delete(work);
        Path input = Files.createDirectories(work.resolve("input"));
        ApplicationFiles.copy(PROGRAM, input, target, flavour);

        Path image = appImage(target, version, input, work);
        AotCache.train(target.application(image), target.java(image), work.resolve("training"));
        if (target.system() == Target.System.LINUX) {
            LinuxLauncher.replace(image, target.application(image));
        }
        target.sealImage(image);
        Path installer = target.system() == Target.System.LINUX
                ? DebPackage.make(work.resolve("root"), image, version, flavour, work.getParent())
                : withJpackage(target, version, flavour, image, work.getParent());
        System.out.printf(Locale.ROOT, "%s: %.0f MB, installed %.0f MB%n", installer, Files.size(installer) / 1e6,
                size(image) / 1e6);
    }

    /** The program with its runtime, in a folder that can be moved. */
    private static Path appImage(Target target, String version, Path input, Path work)
            throws IOException, InterruptedException {
        // below the folder that becomes the .deb, so that nothing has to be copied once more
        Path folder = work.resolve(target.system() == Target.System.LINUX ? "root/usr/lib" : "image");
        Command.run(target.jpackage(), "--type", "app-image", "@installer/options/every-system.txt",
                "@installer/options/" + target.name() + ".txt", "--app-version", target.accepted(version), "--input",
                input.toString(), "--dest", folder.toString());
        try (Stream<Path> images = Files.list(folder)) {
            return images.findFirst().orElseThrow(() -> new Failure("jpackage left nothing in " + folder + "."));
        }
    }

    private static Path withJpackage(Target target, String version, Flavour flavour, Path image, Path folder)
            throws IOException, InterruptedException {
        Path made = folder.resolve("made-" + flavour.label());
        delete(made);
        List<String> command = new ArrayList<>(List.of(target.jpackage(), "--app-image", image.toString(),
                "@installer/options/" + target.name() + "-installer.txt", "--app-version", target.accepted(version),
                "--dest", made.toString()));
        Command.run(command.toArray(String[]::new));
        try (Stream<Path> files = Files.list(made)) {
            return files.findFirst().orElseThrow(() -> new Failure("jpackage left nothing in " + made + "."));
        }
    }

    static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
