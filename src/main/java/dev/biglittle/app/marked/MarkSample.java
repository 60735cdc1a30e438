package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import dev.biglittle.decode.Origin;
import java.util.List;

/** An origin's name, marked as that origin's tokens are. */
public final class MarkSample extends MarkedText {
    public MarkSample(Origin origin, Look look) {
        super(look.marks().get());
        replace(0, 0, List.of(sample(TokenWords.origin(origin), origin)));
        look.marks().addListener((property, was, is) -> setMarks(is));
        setMinWidth(USE_PREF_SIZE);
    }
}
