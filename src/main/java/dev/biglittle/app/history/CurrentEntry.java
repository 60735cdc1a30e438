package dev.biglittle.app.history;

import dev.biglittle.decode.Policy;

/** The entry of the text that is being written: while it is typed, its translations are one entry. */
final class CurrentEntry {
    private HistoryEntry entry;
    private Policy policy;
    /** The longest text the entry has had: what is deleted piece by piece is measured against it. */
    private String longest = "";
    /** Whether it was brought back: then it stays when the text is edited. */
    private boolean past;

    /** It was just written. */
    void set(HistoryEntry newEntry, Policy newPolicy) {
        boolean goesOn = entry != null && newEntry.id().equals(entry.id());
        past = past && goesOn;
        if (!goesOn || newEntry.source().length() > longest.length()) {
            longest = newEntry.source();
        }
        entry = newEntry;
        policy = newPolicy;
    }

    /** It was brought back. */
    void setPast(HistoryEntry newEntry, Policy newPolicy) {
        entry = newEntry;
        policy = newPolicy;
        longest = newEntry.source();
        past = true;
    }

    /** The next translation is an entry of its own. */
    void end() {
        entry = null;
        past = false;
    }

    /**
     * The entry whose place a translation takes; null if it is one of its own.
     *
     * @param unasked whether it was made while the text was typed
     */
    HistoryEntry continuedBy(PastTranslation next, boolean unasked) {
        if (entry == null || !entry.pair().equals(next.madeWith().pair())) {
            return null;
        }
        boolean same = unasked && !past ? isEdited(longest, next.source())
                : entry.source().equals(next.source()) && policy.equals(next.policy());
        return same ? entry : null;
    }

    /** Whether more than half of the old text is still there, at its beginning and end. */
    private static boolean isEdited(String old, String now) {
        int least = Math.min(old.length(), now.length());
        int head = 0;
        while (head < least && old.charAt(head) == now.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        return 2 * (head + tail) > old.length();
    }
}
