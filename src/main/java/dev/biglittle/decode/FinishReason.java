package dev.biglittle.decode;

/** Why a text ended. */
public enum FinishReason {
    END_OF_TEXT, LENGTH_LIMIT, CANCELLED
}
