package dev.biglittle.doctor;

import dev.biglittle.problem.Explanation;

/**
 * One thing the doctor looked at.
 *
 * @param text a fact or a sentence; empty where there is no more to say than that it works
 */
public record Finding(Subject subject, Verdict verdict, Explanation text) {
    /** As a line for a terminal or a bug report, in English. */
    public String line() {
        return String.format("%-13s %s", subject.label(), text.isEmpty() ? Explanation.of("doctor.works") : text);
    }

    /** What was looked at. */
    public enum Subject {
        PROGRAM("BigLittle"), JAVA("Java"), SYSTEM("System"), ONNX_RUNTIME("ONNX Runtime"), CPU("CPU"), CUDA("CUDA"),
        PAIR("Pair");

        private final String label;

        Subject(String label) {
            this.label = label;
        }

        /** What it is called on the command line. */
        public String label() {
            return label;
        }
    }

    /** How it is. */
    public enum Verdict {
        /** A plain fact. */
        FACT,
        /** It can be used. */
        WORKS,
        /** It cannot be used, and the program does without it. */
        DONE_WITHOUT,
        /** It cannot be used, and nothing can be translated before it is mended. */
        BROKEN
    }
}
