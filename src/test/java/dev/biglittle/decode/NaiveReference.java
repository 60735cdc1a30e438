package dev.biglittle.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * The algorithm once more, from the paper and the decision records alone: no caches, every distribution asked for anew,
 * a list that is searched. Slow, and written differently on purpose.
 */
final class NaiveReference {
    record Token(int id, Origin origin) {
    }

    private NaiveReference() {
    }

    static List<Token> decode(ScriptedModel small, ScriptedModel large, Policy policy, int end, int limit) {
        List<Token> text = new ArrayList<>();
        int judged = 0;
        Origin largeSpeaks = policy.startsLarge() || !policy.smallDrafts() ? Origin.LARGE : null;
        while (true) {
            boolean over = !text.isEmpty() && text.get(text.size() - 1).id() == end || text.size() >= limit;
            if (over && (judged == text.size() || !policy.verifiesEnd())) {
                return text;
            }
            if (largeSpeaks == null) {
                double[] p = small.distribution(beginning(text, text.size()));
                int best = ScriptedModel.best(p, -1);
                if ((float) p[best] < policy.fallback()) {
                    largeSpeaks = Origin.FALLBACK;
                } else {
                    text.add(new Token(best, Origin.SMALL));
                    boolean full = policy.maxRun() == Policy.CONFIDENT_RUN
                            ? confidence(small, text, judged) < policy.fallback()
                            : policy.maxRun() > 0 && text.size() - judged == policy.maxRun();
                    boolean atEnd = best == end || text.size() >= limit;
                    if (atEnd && !policy.verifiesEnd()) {
                        return text;
                    }
                    if (full || atEnd) {
                        largeSpeaks = Origin.HAND_OVER;
                    }
                }
                continue;
            }
            Origin occasion = largeSpeaks;
            largeSpeaks = policy.smallDrafts() ? null : Origin.LARGE;
            int wrong = -1;
            for (int i = judged; i < text.size() && wrong < 0; i++) {
                double[] p = large.distribution(beginning(text, i));
                if ((float) -Math.log(p[text.get(i).id()]) > policy.rollback()
                        && ScriptedModel.best(p, -1) != text.get(i).id()) {
                    wrong = i;
                }
            }
            if (wrong >= 0) {
                int best = ScriptedModel.best(large.distribution(beginning(text, wrong)), -1);
                while (text.size() > wrong) {
                    text.remove(wrong);
                }
                text.add(new Token(best, Origin.ROLLBACK));
                if (policy.continuesRolledBack()) {
                    largeSpeaks = Origin.LARGE;
                }
            } else if (!over) {
                text.add(new Token(ScriptedModel.best(large.distribution(beginning(text, text.size())), -1), occasion));
            }
            judged = text.size();
        }
    }

    /** How likely the small model finds it that all tokens from {@code judged} on stand. */
    private static double confidence(ScriptedModel small, List<Token> text, int judged) {
        double confidence = 1;
        for (int i = judged; i < text.size(); i++) {
            confidence *= (float) small.distribution(beginning(text, i))[text.get(i).id()];
        }
        return confidence;
    }

    private static List<Integer> beginning(List<Token> text, int length) {
        List<Integer> ids = new ArrayList<>();
        ids.add(0);
        text.subList(0, length).forEach(t -> ids.add(t.id()));
        return ids;
    }
}
