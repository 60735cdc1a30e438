package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.decode.Timing;
import dev.biglittle.onnx.EmbeddedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole texts through the real pair. */
class TranslatorTest extends WithEmbeddedPair {
    @Test
    void lineBreaksAndParagraphsSurvive() {
        String text = "Guten Morgen!\n\nIch habe Hunger. Wo ist der Bahnhof?\r\n  Danke.\n";
        String translation = translate(text, LIVELY).text();
        assertThat(translation).matches("(?s)[^\\n]+\\n\\n[^\\n]+[.?!] [^\\n]+\\r\\n  [^\\n]+\\n");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void streamedPiecesAreTheTokenizersText(Mode mode) {
        int rollbacks = 0;
        for (String sentence : EmbeddedPair.sentences().subList(0, 10)) {
            Transcript transcript = translate(sentence, mode.policy(0.3, 1, 6));
            int[] ids = transcript.tokens().stream().mapToInt(TokenRun::id).toArray();
            assertThat(transcript.text()).isEqualTo(pair.tokenizer().decode(ids));
            rollbacks += transcript.rolledBack().size();
        }
        if (mode == Mode.BIG_LITTLE || mode == Mode.SPECULATIVE || mode == Mode.PAPER_CODE) {
            assertThat(rollbacks).as("the case that is hard to stream occurred").isPositive();
        }
    }

    @Test
    void countsOfTheTranscriptAndTheEngineAgree() {
        for (String sentence : EmbeddedPair.sentences().subList(0, 10)) {
            Transcript transcript = translate(sentence, LIVELY);
            Statistics statistics = transcript.statistics();
            assertThat(statistics.targetTokens()).isEqualTo(transcript.tokens().size());
            assertThat(statistics.rollbacks()).isEqualTo(transcript.count(Origin.ROLLBACK))
                    .isEqualTo(transcript.rolledBack().size());
            assertThat(statistics.fallbacks()).isGreaterThanOrEqualTo(transcript.count(Origin.FALLBACK));
            assertThat(statistics.otherNanos()).isNotNegative();
            assertThat(transcript.tokens()).filteredOn(t -> t.origin() == Origin.ROLLBACK)
                    .allSatisfy(t -> assertThat(t.replaced()).isNotEqualTo(t.text()));
        }
    }

    @Test
    void everyStandingTokenOfAVerifiedTextWasSeenByTheLargeModel() {
        Transcript transcript = translate("Könnten Sie mir bitte sagen, wo der Bahnhof ist?", LIVELY);
        assertThat(transcript.tokens()).allSatisfy(t -> {
            assertThat(t.distance()).isNotNegative();
            assertThat(t.largeTop()).isNotEmpty();
        });
    }

    @Test
    void blankTextAsksNoModel() {
        List<TranslationEvent> events = new ArrayList<>();
        translator.translate(" \n ", LIVELY, events::add, () -> false);
        assertThat(events).containsExactly(new TranslationEvent.Planned(List.of()),
                new TranslationEvent.Finished(false, " \n ", ((TranslationEvent.Finished) events.get(1)).statistics()));
    }

    @Test
    void cancelStopsBetweenModelCallsAndKeepsWhatStands() {
        String text = "Das ist ein schöner Tag. ".repeat(20);
        AtomicInteger steps = new AtomicInteger();
        Transcript transcript = new Transcript();
        translator.translate(text, LIVELY, event -> {
            transcript.accept(event);
            if (event instanceof TranslationEvent.Step step && step.event() instanceof DecodeEvent.Drafted) {
                steps.incrementAndGet();
            }
        }, () -> steps.get() >= 9);
        assertThat(transcript.isFinished()).isTrue();
        assertThat(transcript.isCancelled()).isTrue();
        assertThat(transcript.text()).isNotBlank();
        assertThat(steps).hasValue(9);
        assertThat(translate("Danke.", LIVELY).text()).as("the pair is still usable").isNotBlank();
    }

    @Test
    void aLongLineIsNotMeasuredToItsEndAfterACancel() {
        List<TranslationEvent> events = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        String line = "Wort ".repeat(20_000);
        translator.translate(line, LIVELY, events::add, () -> asked.incrementAndGet() > 5);
        assertThat(asked).as("measurements").hasValueLessThan(500);
        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(TranslationEvent.Finished.class,
                finished -> assertThat(finished.cancelled()).isTrue());
    }

    @Test
    void aSentenceTooLongForThePairIsTranslatedInParts() {
        String text = "Wir gehen heute in die Stadt und ".repeat(60) + "das ist alles.";
        List<TranslationEvent.SentenceStarted> parts = new ArrayList<>();
        Transcript transcript = new Transcript();
        translator.translate(text, Policy.smallAlone(), event -> {
            transcript.accept(event);
            if (event instanceof TranslationEvent.SentenceStarted started) {
                parts.add(started);
            }
        }, () -> false);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts).allMatch(p -> pair.tokenizer().encode(p.source()).length
                <= pair.description().sourceTokenLimit());
        StringBuilder joined = new StringBuilder();
        parts.forEach(p -> joined.append(p.before()).append(p.source()));
        assertThat(joined).as("no word is lost").hasToString(text);
        assertThat(transcript.text()).isNotBlank();
    }

    @Test
    void modelCallsFollowOneAnotherWithinTheWholeAndReadWhatIsNew() {
        List<TranslationEvent> events = new ArrayList<>();
        Statistics statistics = translator.translate("Das ist ein schöner Tag. Die Regierung hat beschlossen, mehr Geld"
                + " für Schulen auszugeben.", LIVELY, events::add, () -> false);
        long sentenceStart = 0;
        long end = 0;
        int largeHasRead = 0;
        for (TranslationEvent event : events) {
            if (event instanceof TranslationEvent.SentenceStarted started) {
                assertThat(started.startNanos()).isGreaterThanOrEqualTo(end);
                sentenceStart = started.startNanos();
                largeHasRead = 0;
            } else if (event instanceof TranslationEvent.Step step) {
                Timing timing = timing(step.event());
                if (timing != null) {
                    assertThat(sentenceStart + timing.startNanos()).isGreaterThanOrEqualTo(end);
                    end = sentenceStart + timing.startNanos() + timing.nanos();
                }
                if (step.event() instanceof DecodeEvent.Reviewed review) {
                    // the decoder start counts as well
                    int written = 1 + review.position() + review.distances().size();
                    assertThat(review.timing().tokens()).isEqualTo(written - largeHasRead).isPositive();
                    largeHasRead = written;
                } else if (step.event() instanceof DecodeEvent.RolledBack back) {
                    largeHasRead = Math.min(largeHasRead, 1 + back.position());
                }
            }
        }
        assertThat(end).isPositive().isLessThanOrEqualTo(statistics.totalNanos());
    }

    private static Timing timing(DecodeEvent event) {
        return event instanceof DecodeEvent.Encoded e ? e.timing() : event instanceof DecodeEvent.Drafted d ? d.timing()
                : event instanceof DecodeEvent.FellBack f ? f.timing()
                : event instanceof DecodeEvent.Reviewed r ? r.timing() : null;
    }

    @Test
    void anEditedTextCostsItsNewSentencesOnly() {
        SentenceMemory memory = new SentenceMemory(10_000);
        String text = "Guten Morgen! Ich habe Hunger. Wo ist der Bahnhof?";
        List<TranslationEvent> first = new ArrayList<>();
        translator.translate(text, LIVELY, memory, first::add, () -> false);
        String edited = "Hallo.\n" + text.replace("Hunger", "Durst");
        List<TranslationEvent> second = new ArrayList<>();
        Statistics statistics = translator.translate(edited, LIVELY, memory, second::add, () -> false);
        assertThat(started(first)).extracting(TranslationEvent.SentenceStarted::remembered).containsOnly(false);
        assertThat(started(second)).extracting(TranslationEvent.SentenceStarted::remembered)
                .containsExactly(false, true, false, true);
        assertThat(steps(second, 3)).as("as it was written the first time").isEqualTo(steps(first, 2));
        Transcript anew = translate(edited, LIVELY);
        Transcript shown = new Transcript();
        second.forEach(shown::accept);
        assertThat(shown.text()).isEqualTo(anew.text());
        assertThat(statistics.targetTokens()).isEqualTo(anew.statistics().targetTokens());
        assertThat(statistics.rolledBackTokens()).isEqualTo(anew.statistics().rolledBackTokens());
        assertThat(statistics.otherNanos()).as("times are of one run").isNotNegative();
        assertThat(started(second)).extracting(TranslationEvent.SentenceStarted::startNanos).isSorted();
    }

    @Test
    void anotherPolicyIsAnotherTranslation() {
        SentenceMemory memory = new SentenceMemory(10_000);
        translator.translate("Ich habe Hunger.", LIVELY, memory, event -> { }, () -> false);
        List<TranslationEvent> events = new ArrayList<>();
        translator.translate("Ich habe Hunger.", Policy.largeAlone(), memory, events::add, () -> false);
        assertThat(started(events)).extracting(TranslationEvent.SentenceStarted::remembered).containsExactly(false);
    }

    @Test
    void aSentenceThatWasCutShortIsNotRemembered() {
        SentenceMemory memory = new SentenceMemory(10_000);
        List<TranslationEvent> events = new ArrayList<>();
        translator.translate("Ich habe Hunger.", LIVELY, memory, events::add, () -> events.size() > 4);
        events.clear();
        translator.translate("Ich habe Hunger.", LIVELY, memory, events::add, () -> false);
        assertThat(started(events)).extracting(TranslationEvent.SentenceStarted::remembered).containsExactly(false);
    }

    private static List<TranslationEvent.SentenceStarted> started(List<TranslationEvent> events) {
        return events.stream().filter(TranslationEvent.SentenceStarted.class::isInstance)
                .map(TranslationEvent.SentenceStarted.class::cast).toList();
    }

    /** The decoder's own events of one sentence. */
    private static List<DecodeEvent> steps(List<TranslationEvent> events, int sentence) {
        return events.stream().filter(TranslationEvent.Step.class::isInstance).map(TranslationEvent.Step.class::cast)
                .filter(step -> step.sentence() == sentence).map(TranslationEvent.Step::event).toList();
    }
}
