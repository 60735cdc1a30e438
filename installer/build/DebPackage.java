import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The .deb. It has no scripts that run at installation: menu entry, icons and file type are files, which the desktop's own
 * triggers notice, and which go when the package goes.
 */
final class DebPackage {
    private static final Path LINUX = Path.of("installer", "linux");
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private DebPackage() {
    }

    /** @param image inside {@code root}, where it will be installed */
    static Path make(Path root, Path image, String version, Flavour flavour, Path folder)
            throws IOException, InterruptedException {
        Path share = root.resolve("usr/share");
        put(LINUX.resolve("biglittle.desktop"), share.resolve("applications/biglittle.desktop"));
        put(LINUX.resolve("biglittle-run.xml"), share.resolve("mime/packages/biglittle-run.xml"));
        put(LINUX.resolve("copyright"), share.resolve("doc/" + flavour.packageName() + "/copyright"));
        for (int size : ICON_SIZES) {
            put(Path.of("icons", "biglittle-" + size + ".png"),
                    share.resolve("icons/hicolor/" + size + "x" + size + "/apps/biglittle.png"));
        }
        put(Path.of("icons", "biglittle.svg"), share.resolve("icons/hicolor/scalable/apps/biglittle.svg"));
        Path command = Files.createDirectories(root.resolve("usr/bin")).resolve("biglittle");
        Files.createSymbolicLink(command, command.getParent().relativize(image.resolve("bin/biglittle")));

        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(LINUX.resolve("control-" + flavour.label()))
                + Files.readString(LINUX.resolve("control")).replace("@version@", version)
                .replace("@architecture@", architecture)
                .replace("@size@", Long.toString(Installer.size(root) / 1024)));
        Path deb = folder.resolve(flavour.packageName() + "_" + version + "_" + architecture + ".deb");
        Command.run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", root.toString(), deb.toString());
        return deb;
    }

    private static void put(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }
}
