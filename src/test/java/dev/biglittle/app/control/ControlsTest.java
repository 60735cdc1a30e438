package dev.biglittle.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Collected;
import java.lang.ref.WeakReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class ControlsTest extends ApplicationTest {
    private final IntegerProperty value = new SimpleIntegerProperty(7);
    private Spinner<Integer> spinner;
    private Button other;

    @Override
    public void start(Stage stage) {
        spinner = Controls.spinner(1, 20, value);
        other = new Button("Other");
        stage.setScene(new Scene(new VBox(spinner, other)));
        stage.show();
    }

    /** Types it, and goes on to the next control. */
    private void type(String text) {
        interact(() -> spinner.requestFocus());
        interact(() -> spinner.getEditor().setText(text));
        interact(() -> other.requestFocus());
    }

    @Test
    void aNumberThatIsTypedCountsAndWhatIsNoneDoesNot() {
        type("12");
        assertThat(value.get()).isEqualTo(12);
        for (String none : new String[] {"", " ", "abc", "99999999999"}) {
            type(none);
            assertThat(value.get()).as(none).isEqualTo(12);
            assertThat(spinner.getEditor().getText()).as("the field for \"%s\"", none).isEqualTo("12");
        }
        type("500");
        assertThat(value.get()).isEqualTo(20);
        interact(() -> value.set(3));
        assertThat(spinner.getEditor().getText()).isEqualTo("3");
    }

    @Test
    void aTickFollowsItsValueAndIsNotKeptAliveByIt() throws InterruptedException {
        BooleanProperty kept = new SimpleBooleanProperty();
        CheckBox box = Controls.checkBox("history.kept", kept);
        System.gc();
        kept.set(true);
        assertThat(box.isSelected()).isTrue();
        WeakReference<CheckBox> closed = new WeakReference<>(Controls.checkBox("history.kept", kept));
        Collected.await(closed);
    }

    @Test
    void aTooltipHasTheLettersOfItsWindow() {
        Tooltip tooltip = Controls.tooltip("What it does");
        for (int size : new int[] {20, 12}) {
            interact(() -> {
                other.getScene().getRoot().setStyle("-fx-font-size: " + size + "px;");
                tooltip.show(other, 0, 0);
            });
            assertThat(tooltip.getFont().getSize()).isEqualTo(size);
            interact(tooltip::hide);
        }
    }
}
