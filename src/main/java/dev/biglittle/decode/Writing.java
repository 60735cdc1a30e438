package dev.biglittle.decode;

import dev.biglittle.decode.DecodeEvent.Drafted;
import dev.biglittle.decode.DecodeEvent.FellBack;
import dev.biglittle.decode.DecodeEvent.Reviewed;
import dev.biglittle.decode.DecodeEvent.RolledBack;
import dev.biglittle.decode.DecodeEvent.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The loop of Algorithm 1 for one text. */
final class Writing {
    private final TargetText text;
    private final Policy policy;
    private final RunLength runLength;
    private final ModelReader small;
    private final ModelReader large;
    private final Consumer<DecodeEvent> events;

    private int fallbacks;
    private int handOvers;
    private int rollbacks;
    private int rolledBackTokens;

    Writing(TargetText text, Policy policy, RunLength runLength, ModelReader small, ModelReader large,
            Consumer<DecodeEvent> events) {
        this.text = text;
        this.policy = policy;
        this.runLength = runLength;
        this.small = small;
        this.large = large;
        this.events = events;
    }

    void run() {
        if (policy.startsLarge()) {
            largeTurn(Origin.LARGE);
        }
        while (!isFinished()) {
            if (policy.smallDrafts()) {
                smallTurn();
            } else {
                largeTurn(Origin.LARGE);
            }
        }
    }

    private void smallTurn() {
        Candidates proposal = small.read(text).last();
        runLength.stepped(small.lastPass());
        if (proposal.probability() < policy.fallback()) {
            fallbacks++;
            events.accept(new FellBack(text.position(), proposal, small.lastPass()));
            largeTurn(Origin.FALLBACK);
            return;
        }
        events.accept(new Drafted(text.position(), proposal, small.lastPass()));
        text.draft(proposal.token());
        runLength.drafted(proposal.probability());
        if (!isFinished() && (text.isComplete() || runLength.isFull())) {
            handOvers++;
            largeTurn(Origin.HAND_OVER);
        }
    }

    /** The large model reads what it has not seen, judges the drafts in it, and replaces one or writes on. */
    private void largeTurn(Origin occasion) {
        int[] drafts = text.drafts();
        Predictions predictions = large.read(text);
        events.accept(review(drafts.length, predictions));
        int kept = kept(drafts, predictions);
        runLength.reviewed(kept, large.lastPass());
        if (kept < drafts.length) {
            rollBack(Arrays.copyOfRange(drafts, kept, drafts.length), predictions.distance(kept),
                    predictions.candidates(kept));
            return;
        }
        text.settleDrafts();
        if (!text.isComplete()) {
            Candidates next = predictions.last();
            events.accept(new Written(text.position(), occasion, next));
            text.settle(next.token());
        }
    }

    /** How many drafts stand before the first that is to be replaced. */
    private int kept(int[] drafts, Predictions predictions) {
        int kept = 0;
        while (kept < drafts.length
                && !(predictions.distance(kept) > policy.rollback() && predictions.token(kept) != drafts[kept])) {
            kept++;
        }
        return kept;
    }

    private Reviewed review(int drafts, Predictions predictions) {
        List<Float> distances = new ArrayList<>(drafts);
        List<Candidates> candidates = new ArrayList<>(drafts);
        for (int i = 0; i < drafts; i++) {
            distances.add(predictions.distance(i));
            candidates.add(predictions.candidates(i));
        }
        return new Reviewed(text.position() - drafts, distances, candidates, large.lastPass());
    }

    private void rollBack(int[] dropped, float distance, Candidates replacement) {
        rollbacks++;
        rolledBackTokens += dropped.length;
        text.drop(dropped.length);
        small.forgetFrom(text.size());
        large.forgetFrom(text.size());
        events.accept(new RolledBack(text.position(), Arrays.stream(dropped).boxed().toList(), distance, replacement));
        text.settle(replacement.token());
        if (policy.continuesRolledBack() && !text.isComplete()) {
            largeTurn(Origin.LARGE);
        }
    }

    private boolean isFinished() {
        return text.isComplete() && (text.draftCount() == 0 || !policy.verifiesEnd());
    }

    Statistics statistics(int sourceTokens, long totalNanos) {
        return new Statistics(sourceTokens, text.position(), small.passes(), large.passes(), fallbacks, handOvers,
                rollbacks, rolledBackTokens, totalNanos, small.encodeNanos() + large.encodeNanos(),
                small.passNanos(), large.passNanos());
    }
}
