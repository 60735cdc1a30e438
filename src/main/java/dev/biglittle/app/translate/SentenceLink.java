package dev.biglittle.app.translate;

import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.app.marked.TranslationText;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableStringValue;

/**
 * The sentence that mouse, cursor or keyboard is at, in source and translation alike. The source may have been edited
 * since it was translated.
 */
final class SentenceLink {
    private final TranslationText translation;
    private final ObservableStringValue source;
    private final Supplier<Order> shown;
    private final ReadOnlyObjectWrapper<SentenceModel> linked = new ReadOnlyObjectWrapper<>();
    private SentenceModel pointed;
    private int cursor = -1;
    private TextEdit edit;

    /** @param shown what the translation was made from; null for nothing */
    SentenceLink(TranslationText translation, ObservableStringValue source, Supplier<Order> shown) {
        this.translation = translation;
        this.source = source;
        this.shown = shown;
        translation.revisionProperty().addListener((property, was, is) -> changed());
        source.addListener((property, was, is) -> changed());
        changed();
    }

    private void changed() {
        edit = null;
        update();
    }

    /** @param sentence under the mouse, or picked by the keyboard in the translation; null for none */
    void point(SentenceModel sentence) {
        pointed = sentence;
        update();
    }

    /** @param place of the cursor in the source; -1 if it is elsewhere */
    void setCursor(int place) {
        cursor = place;
        update();
    }

    private void update() {
        List<SentenceModel> sentences = translation.sentences();
        if (sentences.size() < 2) {
            // nothing to tell apart
            linked.set(null);
        } else if (pointed != null && pointed.index() < sentences.size() && sentences.get(pointed.index()) == pointed) {
            linked.set(pointed);
        } else {
            linked.set(cursor < 0 ? null : at(cursor));
        }
    }

    /** The sentence at a place of the source, or the last one before it; null if there is none. */
    SentenceModel at(int place) {
        int old = edit().toOld(place);
        List<SentenceModel> sentences = translation.sentences();
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).segment().start() <= old) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : sentences.get(low - 1);
    }

    /** Where the sentence begins in the source as it is now. */
    int start(SentenceModel sentence) {
        return edit().toNew(sentence.segment().start());
    }

    /** Where it ends, exclusive. */
    int end(SentenceModel sentence) {
        return edit().toNew(sentence.segment().end());
    }

    /** The sentence after that one; null if it is the last. */
    SentenceModel next(SentenceModel sentence) {
        List<SentenceModel> sentences = translation.sentences();
        return sentence.index() + 1 < sentences.size() ? sentences.get(sentence.index() + 1) : null;
    }

    private TextEdit edit() {
        if (edit == null) {
            edit = new TextEdit(shown.get() == null ? "" : shown.get().text(), source.get());
        }
        return edit;
    }

    /** Null where there is none, or only one. */
    ReadOnlyObjectProperty<SentenceModel> linkedProperty() {
        return linked.getReadOnlyProperty();
    }
}
