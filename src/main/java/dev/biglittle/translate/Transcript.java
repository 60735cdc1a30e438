package dev.biglittle.translate;

import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Statistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Folds the event stream into the text as it stands: after every event {@link #tokens()} is what a reader would see.
 * Not thread-safe.
 */
public final class Transcript {
    /**
     * Drafts that a rollback took away.
     *
     * @param at          index in {@link #tokens()} of the token that now stands there
     * @param text        the text that went, as the models wrote it
     * @param replacement the large model's token that came
     */
    public record RolledBack(int at, String text, String replacement) {
    }

    private final List<TokenRun> tokens = new ArrayList<>();
    private final List<RolledBack> rolledBack = new ArrayList<>();
    private int sentenceStart;
    private String before = "";
    private List<TokenRun.Candidate> doubted = List.of();
    private Statistics statistics = Statistics.NONE;
    private boolean finished;
    private boolean cancelled;
    private String after = "";
    private int sentencesCutOff;

    public void accept(TranslationEvent event) {
        if (event instanceof TranslationEvent.SentenceStarted started) {
            sentenceStart = tokens.size();
            before = started.before();
        } else if (event instanceof TranslationEvent.Step step) {
            accept(step, step.event());
            sentencesCutOff += step.cutsOff() ? 1 : 0;
        } else if (event instanceof TranslationEvent.Finished end) {
            statistics = end.statistics();
            cancelled = end.cancelled();
            after = end.after();
            finished = true;
        }
    }

    private void accept(TranslationEvent.Step step, DecodeEvent event) {
        if (event instanceof DecodeEvent.Drafted drafted) {
            List<TokenRun.Candidate> small = named(drafted.small(), step.smallTop());
            add(step, drafted.small(), Origin.SMALL, Double.NaN, small, List.of(), "");
        } else if (event instanceof DecodeEvent.FellBack fellBack) {
            doubted = named(fellBack.small(), step.smallTop());
        } else if (event instanceof DecodeEvent.Reviewed reviewed) {
            for (int i = 0; i < reviewed.distances().size(); i++) {
                int at = sentenceStart + reviewed.position() + i;
                tokens.set(at, tokens.get(at).reviewed(reviewed.distances().get(i),
                        named(reviewed.large().get(i), step.largeTop().get(i))));
            }
        } else if (event instanceof DecodeEvent.RolledBack back) {
            int at = sentenceStart + back.position();
            List<TokenRun> gone = tokens.subList(at, tokens.size());
            StringBuilder text = new StringBuilder();
            gone.forEach(t -> text.append(t.written()));
            List<TokenRun.Candidate> small = gone.get(0).smallTop();
            gone.clear();
            add(step, back.large(), Origin.ROLLBACK, -Math.log(back.large().probability()), small,
                    named(back.large(), step.largeTop().get(0)), text.toString());
            rolledBack.add(new RolledBack(at, text.toString(), tokens.get(at).written()));
        } else if (event instanceof DecodeEvent.Written written) {
            add(step, written.large(), written.origin(), -Math.log(written.large().probability()), doubted,
                    named(written.large(), step.largeTop().get(0)), "");
        }
        if (!(event instanceof DecodeEvent.FellBack || event instanceof DecodeEvent.Reviewed
                || event instanceof DecodeEvent.Encoded)) {
            doubted = List.of();
        }
    }

    private void add(TranslationEvent.Step step, Candidates best, Origin origin, double distance,
                     List<TokenRun.Candidate> small, List<TokenRun.Candidate> large, String replaced) {
        String copied = tokens.size() == sentenceStart ? before : "";
        tokens.add(new TokenRun(step.sentence(), best.token(), copied + step.piece(), copied.length(), origin,
                best.probability(), distance, small, large, replaced));
    }

    private static List<TokenRun.Candidate> named(Candidates candidates, List<String> texts) {
        List<TokenRun.Candidate> named = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            named.add(new TokenRun.Candidate(texts.get(i), candidates.probabilities()[i]));
        }
        return List.copyOf(named);
    }

    /** The tokens that stand now, end-of-text tokens (whose text adds nothing) included. */
    public List<TokenRun> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    /** Every rollback so far, in order. */
    public List<RolledBack> rolledBack() {
        return Collections.unmodifiableList(rolledBack);
    }

    /** The translation as it stands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(t -> text.append(t.text()));
        return text.append(after).toString();
    }

    /** How many sentences ended at the pair's limit of target tokens. */
    public int sentencesCutOff() {
        return sentencesCutOff;
    }

    /** What is copied behind the last sentence, once all are written; it is part of {@link #text()} and of no token. */
    public String after() {
        return after;
    }

    /** How many standing tokens came from {@code origin}. */
    public int count(Origin origin) {
        return (int) tokens.stream().filter(t -> t.origin() == origin).count();
    }

    /** The counts and times, once finished; {@link Statistics#NONE} before. */
    public Statistics statistics() {
        return statistics;
    }

    public boolean isFinished() {
        return finished;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
