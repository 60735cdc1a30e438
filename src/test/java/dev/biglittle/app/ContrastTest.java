package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.look.Contrast;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.settings.PairEntry;
import dev.biglittle.app.settings.SettingsWindow.Page;
import dev.biglittle.app.translate.State;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** Letters can be read on what they are on, in both themes. */
@Timeout(180)
class ContrastTest extends RealWindow {
    private PairEntry refused;

    @ParameterizedTest
    @EnumSource
    void lettersOfSelectedRowsAndPromptsCanBeRead(Theme theme) throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.look().themeProperty().set(theme);
            window.model().sourceProperty().set("Guten Morgen!");
            window.model().translate();
        });
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set("");
            refused = window.settingsWindow().pairs().add(configuration);
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> refused.findingsProperty().get().state() == PairEntry.State.REFUSED);
        interact(() -> {
            window.settingsWindow().show(Page.PAIRS);
            window.history().open();
            nodes(ListView.class).forEach(list -> list.getSelectionModel().selectLast());
            lookup("#mode").<ComboBox<?>>query().show();
        });
        WaitForAsyncUtils.waitForFxEvents(20);
        List<Label> labels = nodes(ListCell.class).stream().filter(ListCell::isSelected)
                .flatMap(cell -> SceneGraph.visible(cell).stream()).filter(Label.class::isInstance)
                .map(Label.class::cast).toList();
        assertThat(labels).as("a pair, a past translation and a mode").hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(label -> assertReadable(label, (Color) label.getTextFill()));
        List<Text> prompts = nodes(TextInputControl.class).stream().flatMap(field -> field.lookupAll(".text")
                .stream().map(Text.class::cast).filter(text -> text.getText().equals(field.getPromptText()))).toList();
        assertThat(prompts).as("of the source and of the search").hasSize(2)
                .allSatisfy(text -> assertReadable(text, (Color) text.getFill()));
    }

    private <N extends Node> List<N> nodes(Class<N> type) {
        return Window.getWindows().stream().flatMap(shown -> SceneGraph.visible(shown.getScene().getRoot()).stream())
                .filter(type::isInstance).map(type::cast).toList();
    }

    private static void assertReadable(Node letters, Color colour) {
        assertThat(Contrast.ratio(colour, ground(letters))).as("%s", letters).isGreaterThanOrEqualTo(Contrast.LETTERS);
    }

    /** The innermost colour that is behind a node. */
    private static Color ground(Node node) {
        if (node instanceof Region region && region.getBackground() != null) {
            List<BackgroundFill> fills = region.getBackground().getFills();
            if (!fills.isEmpty() && fills.get(fills.size() - 1).getFill() instanceof Color colour && colour.isOpaque()) {
                return colour;
            }
        }
        return ground(node.getParent());
    }
}
