package dev.biglittle.decode;

/** What calls of the models cost, in any unit of time. */
interface Costs {
    /** A step of the small model. */
    double smallStep();

    /** A pass of the large model over so many tokens. */
    double largePass(int tokens);

    /** One more token in a pass of the large model. */
    default double largeToken() {
        return largePass(2) - largePass(1);
    }

    /** A step of the small model took so long. */
    default void smallStepped(Timing step) {
    }

    /** A pass of the large model took so long. */
    default void largePassed(Timing pass) {
    }
}
