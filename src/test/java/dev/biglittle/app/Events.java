package dev.biglittle.app;

import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.FinishReason;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Statistics;
import dev.biglittle.decode.Timing;
import dev.biglittle.recording.Recording;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the events of made-up translations. */
public final class Events {
    public static final Statistics STATISTICS = new Statistics(5, 4, 4, 2, 1, 0, 1, 2, 2_000_000_000L, 0, 0, 0);

    public static final Recording.MadeWith MADE_WITH =
            new Recording.MadeWith("0.1.0", "German to English", "de", "en", "CUDA", 3);

    private static final Timing NO_TIME = new Timing(0, 0, 1);

    private Events() {
    }

    /** So many sentences in one line. */
    public static TranslationEvent.Planned planned(int sentences) {
        return new TranslationEvent.Planned(IntStream.range(0, sentences)
                .mapToObj(i -> new Segment(7 * i, i == 0 ? "" : " ", "source")).toList());
    }

    public static TranslationEvent.SentenceStarted sentence(int index, String before) {
        return new TranslationEvent.SentenceStarted(index, 0, 1, before, "source", 0);
    }

    public static TranslationEvent.SentenceStarted remembered(int index) {
        return new TranslationEvent.SentenceStarted(index, 0, 1, index == 0 ? "" : " ", "source", 0, true);
    }

    public static TranslationEvent.SentenceStarted sentence(int index, String before, long startNanos) {
        return new TranslationEvent.SentenceStarted(index, 0, 1, before, "source", startNanos);
    }

    public static TranslationEvent.Step drafted(int position, String piece, double probability) {
        return drafted(position, piece, probability, NO_TIME);
    }

    public static TranslationEvent.Step draftedAt(int position, String piece, long startNanos, long nanos) {
        return drafted(position, piece, 0.9, new Timing(startNanos, nanos, 1));
    }

    private static TranslationEvent.Step drafted(int position, String piece, double probability, Timing timing) {
        return new TranslationEvent.Step(0, new DecodeEvent.Drafted(position, candidates(probability), timing), piece,
                List.of(piece.strip()), List.of());
    }

    public static TranslationEvent.Step draftedEnd(int position) {
        return new TranslationEvent.Step(0, new DecodeEvent.Drafted(position, candidates(0.9), NO_TIME), "",
                List.of(Translator.END_OF_TEXT), List.of());
    }

    public static TranslationEvent.Step fellBack(int position, String name, double probability) {
        return new TranslationEvent.Step(0, new DecodeEvent.FellBack(position, candidates(probability), NO_TIME), "",
                List.of(name), List.of());
    }

    public static TranslationEvent.Step reviewed(int position, String name, float... distances) {
        List<Float> list = IntStream.range(0, distances.length).mapToObj(i -> distances[i]).toList();
        return new TranslationEvent.Step(0, new DecodeEvent.Reviewed(position, list,
                list.stream().map(d -> candidates(0.5)).toList(), NO_TIME), "", List.of(),
                list.stream().map(d -> List.of(name)).toList());
    }

    public static TranslationEvent.Step rolledBack(int position, int dropped, String piece, float distance) {
        return new TranslationEvent.Step(0, new DecodeEvent.RolledBack(position,
                IntStream.range(0, dropped).boxed().toList(), distance, candidates(0.6)), piece, List.of(),
                List.of(List.of(piece.strip())));
    }

    public static TranslationEvent.Step written(int position, Origin origin, String piece) {
        return new TranslationEvent.Step(0, new DecodeEvent.Written(position, origin, candidates(0.7)), piece,
                List.of(), List.of(List.of(piece.strip())));
    }

    /** The decoder's last event of a sentence. */
    public static TranslationEvent.Step ended() {
        return new TranslationEvent.Step(0, new DecodeEvent.Finished(FinishReason.END_OF_TEXT, STATISTICS), "",
                List.of(), List.of());
    }

    public static TranslationEvent.Finished finished(String after) {
        return new TranslationEvent.Finished(false, after, STATISTICS);
    }

    /** "A big house": "A" by fallback, then " tall" and " home" drafted, rolled back to " big", then " house". */
    public static List<TranslationEvent> house() {
        return List.of(planned(1), sentence(0, ""), fellBack(0, "The", 0.3), reviewed(0, "A"), written(0, Origin.FALLBACK, "A"),
                drafted(1, " tall", 0.8), drafted(2, " home", 0.9), reviewed(1, "big", 4, 1),
                rolledBack(1, 2, " big", 4), drafted(2, " house", 0.75), draftedEnd(3), reviewed(2, "house", 0.1f, 0.2f),
                finished(""));
    }

    private static Candidates candidates(double probability) {
        return new Candidates(new int[] {7}, new float[] {(float) probability});
    }
}
