package dev.biglittle.app.translate;

/** What an edit did to places in a text: those before it stay, those behind it move. */
final class TextEdit {
    private final int head;
    private final int oldLength;
    private final int newLength;
    private final int tail;

    TextEdit(String before, String after) {
        oldLength = before.length();
        newLength = after.length();
        int least = Math.min(oldLength, newLength);
        int same = before.equals(after) ? least : 0;
        while (same < least && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        head = same;
        same = 0;
        while (same < least - head && before.charAt(oldLength - 1 - same) == after.charAt(newLength - 1 - same)) {
            same++;
        }
        tail = same;
    }

    /** Where a place of the old text is in the new one; what was changed counts as the end of the edit. */
    int toNew(int place) {
        return place <= head ? place : Math.max(newLength - tail, newLength - (oldLength - place));
    }

    /** Where a place of the new text was in the old one; what is new counts as the start of the edit. */
    int toOld(int place) {
        return place <= head ? place : Math.max(head, Math.min(oldLength, oldLength - (newLength - place)));
    }
}
