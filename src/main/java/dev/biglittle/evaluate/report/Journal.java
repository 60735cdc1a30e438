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
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        try {
            if (Files.exists(file)) {
                read(work);
            }
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(file) == 0) {
                write(new Header(work));
            }
        } catch (CharacterCodingException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void read(String work) throws IOException {
        byte[] content = Files.readAllBytes(file);
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
        if (whole < content.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
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
