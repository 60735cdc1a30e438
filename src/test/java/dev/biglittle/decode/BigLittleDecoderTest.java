package dev.biglittle.decode;

import static dev.biglittle.decode.Origin.FALLBACK;
import static dev.biglittle.decode.Origin.HAND_OVER;
import static dev.biglittle.decode.Origin.LARGE;
import static dev.biglittle.decode.Origin.ROLLBACK;
import static dev.biglittle.decode.Origin.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every branch of the loop, on models that say what the test wants them to say. Token 0 starts, token 1 ends. */
class BigLittleDecoderTest {
    private static final int VOCABULARY = 10;
    private static final int END = 1;
    private static final int[] SOURCE = {5, 6, END};

    private final Recording recording = new Recording();

    private Statistics decode(ScriptedModel small, ScriptedModel large, Policy policy, int limit) {
        return new BigLittleDecoder(small, large, 0, END).decode(SOURCE, policy, limit, recording, () -> false);
    }

    /** Sure of every token but those at the given positions, where it only has 0.3 for its choice. */
    private static ScriptedModel unsureAt(int[] text, int... positions) {
        return new ScriptedModel(beginning -> {
            int position = Math.min(beginning.size() - 1, text.length - 1);
            boolean unsure = Arrays.stream(positions).anyMatch(p -> p == position);
            double best = unsure ? 0.3 : 0.9;
            double[] p = new double[VOCABULARY];
            Arrays.fill(p, (1 - best) / (VOCABULARY - 1));
            p[text[position]] = best;
            return p;
        });
    }

    private static ScriptedModel sure(int... text) {
        return ScriptedModel.writing(VOCABULARY, 0.9, text);
    }

    @Test
    void draftsThatWereNeverReviewedDoNotCountInTheNextText() {
        int[] text = IntStream.rangeClosed(0, 30).map(i -> i < 30 ? 2 : END).toArray();
        Policy adaptive = Policy.bigLittle(0, 3, Policy.ADAPTIVE_RUN);
        BigLittleDecoder decoder = new BigLittleDecoder(sure(text), sure(text), 0, END);
        decoder.decode(SOURCE, adaptive, 40, recording, () -> recording.tokens.size() == 2);
        assertThat(recording.reason()).isEqualTo(FinishReason.CANCELLED);
        Recording next = new Recording();
        decoder.decode(SOURCE, adaptive, 40, next, () -> false);
        assertThat(next.origins.indexOf(HAND_OVER)).as("the first run, while nothing is known").isEqualTo(3);
    }

    @Test
    void smallModelWritesAllAndLargeVerifiesTheEnd() {
        ScriptedModel small = sure(2, 3, 4, END);
        ScriptedModel large = sure(2, 3, 4, END);
        Statistics s = decode(small, large, Policy.bigLittle(0.5, 3, 10), 20);
        assertThat(recording.tokens).containsExactly(2, 3, 4, END);
        assertThat(recording.origins).containsOnly(SMALL);
        assertThat(recording.reason()).isEqualTo(FinishReason.END_OF_TEXT);
        assertThat(s.smallSteps()).isEqualTo(4);
        assertThat(s.largePasses()).isEqualTo(1);
        assertThat(s.handOvers()).isEqualTo(1);
        assertThat(s.targetTokens()).isEqualTo(4);
        assertThat(s.sourceTokens()).isEqualTo(3);
        assertThat(large.tokensRead).as("decoder start and three drafts and the end").isEqualTo(5);
    }

    @Test
    void fallbackThrowsTheSmallTokenAwayAndLargeWrites() {
        ScriptedModel small = unsureAt(new int[] {2, 9, 4, END}, 1);
        Statistics s = decode(small, sure(2, 3, 4, END), Policy.bigLittle(0.5, 3, 10), 20);
        assertThat(recording.tokens).containsExactly(2, 3, 4, END);
        assertThat(recording.origins).containsExactly(SMALL, FALLBACK, SMALL, SMALL);
        assertThat(s.fallbacks()).isEqualTo(1);
        assertThat(s.rollbacks()).isZero();
        DecodeEvent.FellBack fellBack = recording.of(DecodeEvent.FellBack.class).get(0);
        assertThat(fellBack.position()).isEqualTo(1);
        assertThat(fellBack.small().token()).isEqualTo(9);
        assertThat(s.smallSteps()).as("the thrown away step counts").isEqualTo(4);
    }

    @Test
    void probabilityEqualToTheThresholdIsKept() {
        ScriptedModel small = ScriptedModel.writing(VOCABULARY, 0.5, 2, END);
        decode(small, sure(2, END), Policy.bigLittle((float) 0.5, 3, 10), 20);
        assertThat(recording.origins).containsExactly(SMALL, SMALL);
    }

    @Test
    void handOverWhenTheRunIsFull() {
        Statistics s = decode(sure(2, 3, 4, 5, 6, END), sure(2, 3, 4, 5, 6, END), Policy.bigLittle(0.5, 3, 2), 20);
        assertThat(recording.tokens).containsExactly(2, 3, 4, 5, 6, END);
        assertThat(recording.origins).containsExactly(SMALL, SMALL, HAND_OVER, SMALL, SMALL, HAND_OVER);
        assertThat(s.handOvers()).isEqualTo(2);
        assertThat(s.fallbacks()).isZero();
    }

    @ParameterizedTest(name = "wrong draft at position {0} of the run")
    @ValueSource(ints = {0, 1, 2, 3})
    void rollbackReplacesTheFirstUnlikelyDraftAndDropsTheRest(int wrong) {
        int[] right = {2, 3, 4, 5, 6, END};
        int[] drafted = right.clone();
        drafted[wrong] = 9;
        ScriptedModel small = new ScriptedModel(beginning -> {
            // after the replacement the small model agrees
            boolean replaced = beginning.size() > wrong + 1 && beginning.get(wrong + 1) == right[wrong];
            return sure(replaced ? right : drafted).distribution(beginning);
        });
        Statistics s = decode(small, sure(right), Policy.bigLittle(0.5, 3, 4), 20);
        assertThat(recording.tokens).containsExactly(2, 3, 4, 5, 6, END);
        assertThat(recording.origins.get(wrong)).isEqualTo(ROLLBACK);
        assertThat(recording.origins.subList(0, wrong)).containsOnly(wrong == 0 ? new Origin[0] : new Origin[] {SMALL});
        assertThat(s.rollbacks()).isEqualTo(1);
        assertThat(s.rolledBackTokens()).isEqualTo(4 - wrong);
        DecodeEvent.RolledBack back = recording.of(DecodeEvent.RolledBack.class).get(0);
        assertThat(back.position()).isEqualTo(wrong);
        assertThat(back.dropped()).first().isEqualTo(9);
        assertThat(back.distance()).isGreaterThan(3);
    }

    @Test
    void unlikelyDraftStaysIfTheLargeModelWouldWriteItToo() {
        ScriptedModel large = ScriptedModel.writing(VOCABULARY, 0.2, 2, 3, END);
        Statistics s = decode(sure(2, 3, END), large, Policy.bigLittle(0.5, 1, 10), 20);
        assertThat(recording.tokens).containsExactly(2, 3, END);
        assertThat(s.rollbacks()).isZero();
        assertThat(recording.of(DecodeEvent.Reviewed.class).get(0).distances()).allMatch(d -> d > 1);
    }

    @Test
    void rollbackToEndOfTextEndsTheText() {
        Statistics s = decode(sure(2, 9, 9, 9, 9), sure(2, END), Policy.bigLittle(0.5, 3, 3), 20);
        assertThat(recording.tokens).containsExactly(2, END);
        assertThat(recording.origins).containsExactly(SMALL, ROLLBACK);
        assertThat(recording.reason()).isEqualTo(FinishReason.END_OF_TEXT);
        assertThat(s.largePasses()).isEqualTo(1);
    }

    @Test
    void draftedEndThatTheLargeModelRejectsIsRolledBack() {
        ScriptedModel small = new ScriptedModel(beginning ->
                sure(beginning.size() == 3 && beginning.get(2) == 3 ? new int[] {4} : new int[] {2, END, 4, END})
                        .distribution(beginning));
        decode(small, sure(2, 3, 4, END), Policy.bigLittle(0.5, 3, 10), 20);
        assertThat(recording.tokens).containsExactly(2, 3, 4, END);
        assertThat(recording.origins).containsExactly(SMALL, ROLLBACK, SMALL, SMALL);
    }

    @Test
    void lengthLimitReviewsWhatIsDraftedAndAppendsNothing() {
        decode(sure(2, 9, 4, 5, 6), sure(2, 3, 4, 5, 6), Policy.bigLittle(0.5, 3, 10), 3);
        assertThat(recording.tokens).as("the wrong draft was seen although the limit came first")
                .containsExactly(2, 3, 4);
        assertThat(recording.reason()).isEqualTo(FinishReason.LENGTH_LIMIT);
    }

    @Test
    void largeModelStopsAtTheLengthLimitToo() {
        decode(sure(2), sure(2, 3, 4, 5, 6), Policy.largeAlone(), 2);
        assertThat(recording.tokens).containsExactly(2, 3);
        assertThat(recording.reason()).isEqualTo(FinishReason.LENGTH_LIMIT);
    }

    @Test
    void emptySourceGivesAnEmptyTextAndAsksNoModel() {
        ScriptedModel small = sure(2, END);
        ScriptedModel large = sure(2, END);
        Statistics s = new BigLittleDecoder(small, large, 0, END).decode(new int[0], Policy.bigLittle(0.5, 3, 10), 9,
                recording, () -> false);
        assertThat(recording.events).hasSize(1);
        assertThat(recording.reason()).isEqualTo(FinishReason.END_OF_TEXT);
        assertThat(s.targetTokens()).isZero();
        assertThat(small.opened + large.opened).isZero();
    }

    @Test
    void eachModeAsksOnlyTheModelsItNeeds() {
        ScriptedModel small = sure(2, END);
        ScriptedModel large = sure(3, END);
        decode(small, large, Policy.smallAlone(), 9);
        assertThat(recording.tokens).containsExactly(2, END);
        assertThat(large.opened).isZero();
        int smallPasses = small.passes;
        Recording second = new Recording();
        new BigLittleDecoder(small, large, 0, END).decode(SOURCE, Policy.largeAlone(), 9, second, () -> false);
        assertThat(second.tokens).containsExactly(3, END);
        assertThat(second.origins).containsOnly(LARGE);
        assertThat(small.passes).isEqualTo(smallPasses);
    }

    @Test
    @DisplayName("paper-code: large first, one more large token after a rollback, end not verified")
    void paperCode() {
        ScriptedModel small = new ScriptedModel(beginning -> {
            boolean replaced = beginning.size() > 3 && beginning.get(3) == 4;
            return sure(replaced ? new int[] {2, 3, 4, 5, END} : new int[] {9, 3, 9, 9, 9}).distribution(beginning);
        });
        ScriptedModel large = sure(2, 3, 4, 5, 6, 7, END);
        Statistics s = decode(small, large, Policy.paperCode(0.5, 3, 3), 20);
        assertThat(recording.tokens).as("the end drafted by the small model stands although the large one disagrees")
                .containsExactly(2, 3, 4, 5, END);
        assertThat(recording.origins).containsExactly(LARGE, SMALL, ROLLBACK, LARGE, SMALL);
        assertThat(s.rollbacks()).isEqualTo(1);
    }

    @ParameterizedTest(name = "cancelled before model call {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void cancelWorksBetweenAnyTwoModelCalls(int allowed) {
        ScriptedModel small = unsureAt(new int[] {2, 3, 4, 5, 6, 7, END}, 2);
        ScriptedModel large = sure(2, 3, 4, 5, 6, 7, END);
        AtomicInteger asked = new AtomicInteger();
        Statistics s = new BigLittleDecoder(small, large, 0, END).decode(SOURCE, Policy.bigLittle(0.5, 3, 2), 20,
                recording, () -> asked.getAndIncrement() >= allowed);
        assertThat(recording.reason()).isEqualTo(FinishReason.CANCELLED);
        assertThat(small.opened + large.opened + small.passes + large.passes).isEqualTo(allowed);
        assertThat(s.targetTokens()).isEqualTo(recording.tokens.size());
        assertThat(small.closed).isEqualTo(small.opened);
        assertThat(large.closed).isEqualTo(large.opened);
    }

    @Test
    void bothModelsAreClosedWhenOneFails() {
        ScriptedModel small = sure(2, 3, END);
        ScriptedModel large = new ScriptedModel(beginning -> {
            throw new IllegalStateException("out of memory");
        });
        assertThatThrownBy(() -> decode(small, large, Policy.bigLittle(0.5, 3, 1), 20)).hasMessage("out of memory");
        assertThat(small.closed).isEqualTo(1);
        assertThat(large.closed).isEqualTo(1);
    }

    @Test
    void adaptiveRunsOfAModelThatIsAlwaysWrongBecomeShort() {
        int[] wrong = new int[60];
        int[] right = new int[60];
        Arrays.fill(wrong, 9);
        Arrays.fill(right, 3);
        decode(sure(wrong), sure(right), Policy.speculative(0, Policy.ADAPTIVE_RUN), 50);
        List<DecodeEvent.Reviewed> reviews = recording.of(DecodeEvent.Reviewed.class);
        assertThat(recording.tokens).hasSize(50).containsOnly(3);
        assertThat(reviews.get(0).distances()).as("nothing is known yet").hasSize(3);
        assertThat(reviews.get(reviews.size() - 1).distances()).as("whatever the costs, a second draft never pays")
                .hasSize(1);
    }

    @Test
    void confidentRunsEndWhereTheSmallModelIsNotSureOfAllOfThem() {
        ScriptedModel small = ScriptedModel.writing(VOCABULARY, 0.7, 2, 3, 4, 5, 6, 7, 8, END);
        decode(small, sure(2, 3, 4, 5, 6, 7, 8, END), Policy.bigLittle(0.5, 3, Policy.CONFIDENT_RUN), 20);
        // 0.7 is sure enough for a draft, 0.7 * 0.7 for no second one: each run is of two
        assertThat(recording.origins).containsExactly(SMALL, SMALL, HAND_OVER, SMALL, SMALL, HAND_OVER, SMALL, SMALL);
    }

    @Test
    void noRunIsLessConfidentThanAThresholdOfNothing() {
        ScriptedModel small = ScriptedModel.writing(VOCABULARY, 0.5, 2, 3, 4, 5, 6, 7, 8, END);
        decode(small, sure(2, 3, 4, 5, 6, 7, 8, END), Policy.bigLittle(0, 3, Policy.CONFIDENT_RUN), 20);
        assertThat(recording.origins).containsOnly(SMALL);
    }

    @Test
    void smallModelCatchesUpInOneCallAfterALargeTurn() {
        ScriptedModel small = sure(2, 3, 4, 5, 6, END);
        decode(small, sure(2, 3, 4, 5, 6, END), Policy.bigLittle(0.5, 3, 2), 20);
        // steps: 2, 3, (large 4), 5, 6, (large end): the third call reads tokens 3 and 4
        assertThat(small.passes).isEqualTo(4);
        assertThat(small.tokensRead).isEqualTo(5);
    }

    @Test
    void timesAddUpToNoMoreThanTheWhole() {
        Statistics s = decode(sure(2, 3, END), sure(2, 3, END), Policy.bigLittle(0.5, 3, 2), 20);
        assertThat(s.otherNanos()).isPositive();
        List<DecodeEvent.Encoded> encoded = recording.of(DecodeEvent.Encoded.class);
        assertThat(encoded).extracting(DecodeEvent.Encoded::large).containsExactly(false, true);
    }

    @Test
    void aTextOfNoTokensIsAMistakeOfTheCaller() {
        Function<Integer, Statistics> decode = limit -> decode(sure(END), sure(END), Policy.smallAlone(), limit);
        assertThatThrownBy(() -> decode.apply(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
