import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What jpackage wrote for its launcher: how Java is started. The folder of the jars is called {@value #FOLDER} in it.
 *
 * @param classPath the jars, in the order that Java gets
 * @param options   Java's options
 */
record LaunchSettings(List<String> classPath, String mainClass, List<String> options) {
    static final String FOLDER = "$APPDIR";

    /** @param application the folder of jars in the image; all its launchers have the same settings but for their names */
    static LaunchSettings read(Path application) throws IOException {
        List<String> classPath = new ArrayList<>();
        List<String> options = new ArrayList<>();
        String mainClass = null;
        for (String line : Files.readAllLines(file(application))) {
            String value = line.substring(line.indexOf('=') + 1);
            if (line.startsWith("app.classpath=")) {
                classPath.add(value);
            } else if (line.startsWith("app.mainclass=")) {
                mainClass = value;
            } else if (line.startsWith("java-options=")) {
                options.add(value);
            }
        }
        return new LaunchSettings(classPath, mainClass, options);
    }

    static Path file(Path application) throws IOException {
        try (var files = Files.newDirectoryStream(application, "*.cfg")) {
            return files.iterator().next();
        }
    }
}
