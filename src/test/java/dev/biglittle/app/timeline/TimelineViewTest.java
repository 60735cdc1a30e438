package dev.biglittle.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.look.Look;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class TimelineViewTest extends ApplicationTest {
    private final Look look = new Look();

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new VBox(new TimelineView(new TimelineViewModel(), look)), 800, 300));
        stage.show();
    }

    private Canvas canvas() {
        WaitForAsyncUtils.waitForFxEvents(10);
        return (Canvas) lookup("#timeline").query().lookup("Canvas");
    }

    @Test
    void itsLettersAreAsLargeAsTheOthers() {
        double height = canvas().getHeight();
        double lane = lookup(".names").<VBox>query().getChildren().get(0).getLayoutBounds().getHeight();
        interact(() -> look.fontSizeProperty().set(21));
        assertThat(canvas().getGraphicsContext2D().getTransform().getMxx()).isEqualTo(1.5);
        assertThat(canvas().getHeight()).isEqualTo(1.5 * height);
        assertThat(lookup(".names").<VBox>query().getChildren().get(0)).isInstanceOf(Label.class)
                .satisfies(name -> assertThat(name.getLayoutBounds().getHeight()).isEqualTo(1.5 * lane));
    }
}
