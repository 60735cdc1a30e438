package dev.biglittle.pair;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of a pair that a test may damage. */
public final class PairCopy {
    private final Path folder;

    private PairCopy(Path folder) {
        this.folder = folder;
    }

    /** Of the embedded pair. */
    public static PairCopy in(Path folder) {
        return of(PairFolders.byDefault(), folder);
    }

    public static PairCopy of(Path original, Path folder) {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PairCopy(folder);
    }

    public Path folder() {
        return folder;
    }

    /** The files that the embedded pair is made of besides its description. */
    public static List<String> files() {
        return List.of("tokenizer.json", "encoder.onnx", "small/encoder.onnx", "small/decoder.onnx", "large/encoder.onnx",
                "large/decoder.onnx");
    }

    public PairCopy truncate(String file) {
        return rewrite(file, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    }

    public PairCopy flipOneBit(String file) {
        return rewrite(file, bytes -> {
            bytes[bytes.length / 3] ^= 0x10;
            return bytes;
        });
    }

    public PairCopy delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces one file by another of the pair, and lists it as if it had been exported so. */
    public PairCopy replaceAndSign(String file, String by) {
        return replaceAndSign(file, folder.resolve(by));
    }

    /** The same with a file from elsewhere. */
    public PairCopy replaceAndSign(String file, Path by) {
        return edit(json -> {
            byte[] content = read(by);
            rewriteTo(file, content);
            JsonObject entry = json.getAsJsonObject("files").getAsJsonObject(file);
            entry.addProperty("bytes", content.length);
            entry.addProperty("sha256", sha256(content));
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public PairCopy edit(Consumer<JsonObject> change) {
        JsonObject json = JsonParser.parseString(new String(read("pair.json"), StandardCharsets.UTF_8))
                .getAsJsonObject();
        change.accept(json);
        return description(json.toString());
    }

    public PairCopy description(String text) {
        rewriteTo("pair.json", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private PairCopy rewrite(String file, UnaryOperator<byte[]> change) {
        rewriteTo(file, change.apply(read(file)));
        return this;
    }

    private byte[] read(String file) {
        return read(folder.resolve(file));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewriteTo(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
