package dev.biglittle.evaluate;

import dev.biglittle.decode.Statistics;

/** One text translated under one setting. */
public record Trial(String translation, Statistics statistics, DraftAcceptance drafts) {
}
