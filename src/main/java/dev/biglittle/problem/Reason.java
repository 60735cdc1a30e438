package dev.biglittle.problem;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Why something outside the program failed, in words for people: some exceptions only name the file. */
public final class Reason {
    private Reason() {
    }

    /** What the exception at the root of this one means; part of a sentence. */
    public static Explanation of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof AccessDeniedException) {
            return Explanation.of("reason.denied");
        }
        if (root instanceof FileAlreadyExistsException) {
            return Explanation.of("reason.exists");
        }
        if (root instanceof NoSuchFileException) {
            return Explanation.of("reason.none");
        }
        if (root instanceof CharacterCodingException) {
            return Explanation.of("reason.notUtf8");
        }
        return Explanation.verbatim(root.getMessage() != null ? root.getMessage() : root.getClass().getSimpleName());
    }
}
