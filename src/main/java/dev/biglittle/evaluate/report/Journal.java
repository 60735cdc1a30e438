package dev.biglittle.evaluate.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.evaluate.Trial;
import dev.biglittle.evaluate.Trials;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Trials in a file, one JSON object a line, each written as soon as it is made. */
final class Journal implements Trials, AutoCloseable {
    private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private record Header(String work) {
    }

    private record Line(int text, Setting setting, Trial trial) {
        Line {
            Stream.of(setting, trial.translation(), trial.statistics(), trial.drafts()).forEach(Objects::requireNonNull);
        }
    }

    private record Key(int text, Setting setting) {
    }

    private final Path file;
    private final Map<Key, Trial> trials = new HashMap<>();
    private final BufferedWriter writer;

    /**
     * Opens or begins a journal.
     *
     * @param work what is being measured; a journal of other work is refused
     */
    Journal(Path file, String work) {
        this.file = file;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // beyond all content, since on Windows what is locked cannot be read
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw Problem.of("journal.busy", file.getParent());
            }
            read(channel, work);
            writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            if (channel.size() == 0) {
                write(new Header(work));
            }
        } catch (CharacterCodingException e) {
            throw closed(channel, damaged(e));
        } catch (OverlappingFileLockException e) {
            throw closed(channel, Problem.of("journal.busy", file.getParent()).because(e));
        } catch (IOException e) {
            throw closed(channel, failed(e));
        } catch (Problem e) {
            throw closed(channel, e);
        }
    }

    private static Problem closed(FileChannel channelOrNull, Problem problem) {
        try (channelOrNull) {
            return problem;
        } catch (IOException e) {
            problem.addSuppressed(e);
            return problem;
        }
    }

    /** Leaves the channel at the end of the last whole line. */
    private void read(FileChannel channel, String work) throws IOException {
        // left open, and no other channel opened: closing either would give up the lock
        byte[] content = Channels.newInputStream(channel).readAllBytes();
        // a line that was being written when the power failed has no end, which may be amid a character: it is made again
        int whole = content.length;
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        List<String> lines = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, whole)).toString()
                .lines().toList();
        if (!lines.isEmpty() && !work.equals(parse(lines.get(0), Header.class).work())) {
            throw Problem.of("journal.other", file.getParent());
        }
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Line read = parse(line, Line.class);
            trials.put(new Key(read.text(), read.setting()), read.trial());
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    private <T> T parse(String line, Class<T> type) {
        try {
            return Objects.requireNonNull(GSON.fromJson(line, type));
        } catch (RuntimeException e) {
            // Gson wraps what a record refuses in one that is no JsonParseException
            throw damaged(e);
        }
    }

    private Problem damaged(Exception e) {
        return Problem.of("journal.damaged", file).because(e);
    }

    @Override
    public Optional<Trial> find(int text, Setting setting) {
        return Optional.ofNullable(trials.get(new Key(text, setting)));
    }

    @Override
    public void add(int text, Setting setting, Trial trial) {
        try {
            write(new Line(text, setting, trial));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(Object line) throws IOException {
        writer.write(GSON.toJson(line));
        writer.write('\n');
        writer.flush();
    }

    private Problem failed(IOException e) {
        return Problem.of("journal.unwritable", file, Reason.of(e)).because(e);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
