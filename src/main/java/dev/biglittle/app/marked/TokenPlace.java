package dev.biglittle.app.marked;

import java.util.List;
import java.util.Optional;

/** A run in a block. */
record TokenPlace(TextBlock block, int run) {
    TextRun text() {
        return block.runs().get(run);
    }

    SentenceModel sentence() {
        return block.sentenceOf(run);
    }

    TokenAt token() {
        return block.tokenAt(run);
    }

    /**
     * The next run with something to see.
     *
     * @param from where to go on from; null for the beginning, or the end when going back
     * @param by   1 forwards, -1 back
     */
    static Optional<TokenPlace> next(List<TextBlock> blocks, TokenPlace from, int by) {
        int start = by > 0 ? 0 : blocks.size() - 1;
        int b = from == null ? start : blocks.indexOf(from.block);
        int r = from == null ? end(blocks, b, by) : from.run + by;
        while (b >= 0 && b < blocks.size()) {
            List<TextRun> runs = blocks.get(b).runs();
            for (; r >= 0 && r < runs.size(); r += by) {
                if (!runs.get(r).text().isBlank()) {
                    return Optional.of(new TokenPlace(blocks.get(b), r));
                }
            }
            b += by;
            r = end(blocks, b, by);
        }
        return Optional.empty();
    }

    private static int end(List<TextBlock> blocks, int b, int by) {
        return by > 0 || b < 0 || b >= blocks.size() ? 0 : blocks.get(b).runs().size() - 1;
    }
}
