package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.biglittle.app.history.HistoryEntry;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.translate.State;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** Past translations in the real window. */
@Timeout(120)
class HistoryTest extends RealWindow {
    private static final String SENTENCES = "Letzte Woche haben wir meine Großmutter besucht. Die Kinder wollten gar"
            + " nicht mehr nach Hause fahren.";

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void translate(String text) throws Exception {
        interact(() -> {
            window.model().sourceProperty().set(text);
            window.model().translate();
        });
        waitFor(State.READY);
    }

    private <N extends Node> N inHistory(String id, Class<N> type) {
        return Window.getWindows().stream().map(w -> w.getScene().lookup("#" + id)).filter(type::isInstance)
                .map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void aPastTranslationIsFoundAndBroughtBackWithItsMarks() throws Exception {
        waitFor(State.READY);
        translate(SENTENCES);
        String translation = window.model().translation().text();
        List<Integer> counts = counts();
        translate("Guten Morgen!");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        ListView<?> list = inHistory("history-list", ListView.class);
        assertThat(list.getItems()).extracting(entry -> ((HistoryEntry) entry).source())
                .containsExactly("Guten Morgen!", SENTENCES);
        assertThat(inHistory("history-search", TextField.class).isFocused()).isTrue();
        interact(() -> inHistory("history-search", TextField.class).setText("großmutter"));
        assertThat(list.getItems()).hasSize(1);
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> window.model().sourceProperty().get().equals(SENTENCES)
                && window.model().stateProperty().get() == State.READY);
        assertThat(window.model().translation().text()).isEqualTo(translation);
        assertThat(counts()).isEqualTo(counts);
        assertThat(window.model().messageProperty().get()).startsWith("Brought back");
        assertThat(window.model().shown().replayableProperty().get()).isTrue();
        picture("history");
        push(KeyCode.DELETE);
        assertThat(window.desk().history().found()).isEmpty();
        interact(() -> window.desk().history().searchProperty().set(""));
        assertThat(window.desk().history().found()).hasSize(1);
        assertThat(configuration.resolve("data").resolve("history")).as("on this computer").isDirectory();
        push(KeyCode.ESCAPE);
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void similarTextsThatAreNoEditsOfEachOtherAreAllKept() throws Exception {
        waitFor(State.READY);
        TextInputControl source = lookup("#source").query();
        interact(() -> source.setText("Das Wetter ist heute sehr schön."));
        until(() -> kept() == 1);
        interact(() -> window.desk().documents().clear());
        interact(() -> source.setText("Das Wetter ist heute sehr schlecht."));
        until(() -> kept() == 2);
        interact(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "Das Wetter ist heute sehr kalt."));
            source.selectAll();
            source.paste();
        });
        until(() -> kept() == 3);
        interact(() -> source.appendText(" Und nass."));
        until(() -> window.desk().history().found().get(0).source().endsWith("nass."));
        assertThat(kept()).as("an edit").isEqualTo(3);
    }

    private int kept() {
        return window.desk().history().found().size();
    }

    @Test
    void aWindowIsClosedOnlyWhenTheHistoryIsOnTheDisk() throws Exception {
        waitFor(State.READY);
        String[][] kept = new String[1][];
        interact(() -> {
            for (int i = 0; i < 200; i++) {
                window.desk().history().record(new PastTranslation(Events.MADE_WITH, "Haus " + i, "A big house",
                        Policy.smallAlone(), Events.house()), false);
            }
            window.close();
            kept[0] = configuration.resolve("data").resolve("history").toFile().list();
        });
        assertThat(kept[0]).hasSize(200);
    }

    private List<Integer> counts() {
        return Arrays.stream(Origin.values())
                .map(origin -> window.model().translation().countProperty(origin).get()).toList();
    }

    private void picture(String name) throws Exception {
        for (Window shown : List.copyOf(Window.getWindows())) {
            Picture.save(shown.getScene(), name + (shown == stage ? "-main" : ""));
        }
    }
}
