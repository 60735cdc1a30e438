package dev.biglittle.app.race;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.decode.Statistics;

/** The race in plain words. */
final class RaceWords {
    private RaceWords() {
    }

    static String ready() {
        return Messages.text("race.ready");
    }

    static String nothing() {
        return Messages.text("message.nothing");
    }

    static String warmingUp() {
        return Messages.text("race.warmingUp");
    }

    static String largeRuns() {
        return Messages.text("race.largeRuns");
    }

    static String bothRun() {
        return Messages.text("race.bothRun");
    }

    static String playing() {
        return Messages.text("race.playing");
    }

    static String interrupted() {
        return Messages.text("race.interrupted");
    }

    static String cancelled() {
        return Messages.text("race.cancelled");
    }

    static String failed() {
        return Messages.text("message.failed");
    }

    /** Who was faster, by how much, and whether the texts are the same. Being slower is said as plainly. */
    static String verdict(Lane large, Lane both) {
        double speedUp = (double) large.total() / both.total();
        String key = Numbers.isTie(speedUp) ? "race.even" : speedUp > 1 ? "race.faster" : "race.slower";
        return Messages.text(key, Numbers.twoDecimals(speedUp), Numbers.duration(both.total()),
                Numbers.duration(large.total())) + " "
                + Messages.text(large.text().text().equals(both.text().text()) ? "race.sameText" : "race.otherText");
    }

    static String counts(Statistics counted) {
        return counted.targetTokens() == 0 ? "" : Messages.text("race.counts", Numbers.count(counted.targetTokens()),
                Numbers.count(counted.smallSteps()), Numbers.count(counted.largePasses()));
    }
}
