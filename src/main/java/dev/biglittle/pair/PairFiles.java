package dev.biglittle.pair;

import dev.biglittle.pair.PairDescription.FileDigest;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/** The files of one pair: none lies outside its folder, and each is the one that was exported. */
final class PairFiles {
    private final Path folder;
    private final PairDescription pair;

    PairFiles(Path folder, PairDescription pair) {
        this.folder = folder.toAbsolutePath().normalize();
        this.pair = pair;
    }

    /** The file of that name in the pair's folder; a {@link Problem} if the name leads out of it. */
    Path resolve(String name) {
        try {
            Path path = folder.resolve(name).normalize();
            if (!name.isEmpty() && !Path.of(name).isAbsolute() && path.startsWith(folder) && !path.equals(folder)
                    && isInside(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw outside(name, e);
        }
        throw outside(name, null);
    }

    /** A link must not lead out of the folder either. */
    private boolean isInside(Path path) {
        try {
            return !Files.exists(path) || path.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            throw Problem.of("pair.unreachable", path, Reason.of(e)).because(e);
        }
    }

    private Problem outside(String name, Throwable cause) {
        return Problem.of("pair.outside", folder, name).because(cause);
    }

    /**
     * Checks every file against its size and SHA-256, so that a damaged graph is found before it is run.
     *
     * @param progress told again and again, on several threads but never on two at once, which share of the bytes has
     *                 been read, 0 to 1
     * @throws Problem for the first file that is missing, changed or not listed
     */
    void verify(DoubleConsumer progress) {
        List<String> needed = new ArrayList<>(List.of(pair.tokenizer()));
        needed.addAll(pair.graphs());
        needed.addAll(pair.onCuda().graphs());
        for (String used : needed) {
            resolve(used);
            if (!pair.files().containsKey(used)) {
                throw Problem.of("pair.noDigest", folder, used);
            }
        }
        long all = pair.files().values().stream().mapToLong(FileDigest::bytes).sum();
        AtomicLong done = new AtomicLong();
        LongConsumer read = bytes -> {
            synchronized (done) {
                progress.accept((double) done.addAndGet(bytes) / all);
            }
        };
        // several at once: a digest keeps a processor busy for as long as the models take to load
        pair.files().entrySet().parallelStream().map(entry -> problem(entry.getKey(), entry.getValue(), read))
                .flatMap(Optional::stream).findFirst().ifPresent(problem -> {
                    throw problem;
                });
    }

    private Optional<Problem> problem(String name, FileDigest wanted, LongConsumer read) {
        try {
            verify(resolve(name), wanted, read);
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e);
        }
    }

    /** @param read told of bytes that have been read since it was told the last time */
    private static void verify(Path file, FileDigest wanted, LongConsumer read) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Problem.of("pair.fileMissing", file);
            }
            long bytes = Files.size(file);
            if (bytes != wanted.bytes()) {
                throw Problem.of("pair.fileSize", file, bytes, wanted.bytes());
            }
            if (!sha256(file, read).equals(wanted.sha256())) {
                throw Problem.of("pair.fileChanged", file);
            }
        } catch (IOException e) {
            throw Problem.of("pair.fileUnreadable", file, Reason.of(e)).because(e);
        }
    }

    private static String sha256(Path file, LongConsumer read) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                read.accept(n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
