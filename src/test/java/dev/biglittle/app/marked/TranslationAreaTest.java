package dev.biglittle.app.marked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Palette;
import dev.biglittle.app.look.Theme;
import dev.biglittle.decode.Policy;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class TranslationAreaTest extends ApplicationTest {
    private final TranslationText text = new TranslationText();
    private final Look look = new Look();
    private TranslationArea area;

    @Override
    public void start(Stage stage) {
        area = new TranslationArea(text, look);
        VBox root = new VBox(area);
        area.setPrefSize(500, 300);
        stage.setScene(new Scene(root));
        stage.show();
    }

    private void play(List<TranslationEvent> events) {
        interact(() -> {
            text.begin(Policy.smallAlone());
            events.forEach(event -> text.accept(event, 0));
            text.publish();
        });
        WaitForAsyncUtils.waitForFxEvents(10);
    }

    /** In frames of ten paragraphs each. */
    private void paragraphs(int from, int to) {
        for (int frame = from; frame < to; frame += 10) {
            List<TranslationEvent> events = new ArrayList<>();
            for (int i = frame; i < frame + 10; i++) {
                events.addAll(List.of(Events.sentence(i, "\n"), Events.drafted(0, "Paragraph", 0.9),
                        Events.drafted(1, " " + i, 0.9)));
            }
            play(events);
        }
    }

    private List<TextBlock> blocks() {
        return ((VBox) area.getContent()).getChildren().stream().map(TextBlock.class::cast).toList();
    }

    private static List<Text> drawn(TextBlock block) {
        return block.lookupAll(".flow").stream().flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                .map(Text.class::cast).toList();
    }

    private String drawn(Predicate<Text> which) {
        StringBuilder all = new StringBuilder();
        blocks().forEach(block -> drawn(block).stream().filter(which).forEach(t -> all.append(t.getText())));
        return all.toString();
    }

    @Test
    void rolledBackTextIsStruckThroughUntilItGoes() {
        play(Events.house());
        assertThat(drawn(Text::isStrikethrough)).isEqualTo(" tall home");
        assertThat(drawn(t -> !t.isStrikethrough())).isEqualTo("A big house");
        interact(() -> {
            text.dropGhosts(Long.MAX_VALUE);
            text.publish();
        });
        assertThat(drawn(t -> true)).isEqualTo("A big house");
    }

    @Test
    void sentencesOfAParagraphShareABlock() {
        play(List.of(Events.sentence(0, ""), Events.drafted(0, "One.", 0.9), Events.sentence(1, " "),
                Events.drafted(0, "Two.", 0.9), Events.sentence(2, "\n\n"), Events.drafted(0, "Three.", 0.9)));
        assertThat(blocks()).hasSize(2);
        assertThat(drawn(t -> true)).isEqualTo("One. Two.Three.");
    }

    @Test
    void theEndStaysInSightUntilTheUserScrolls() {
        paragraphs(0, 40);
        assertThat(area.getVvalue()).isEqualTo(area.getVmax());
        interact(() -> area.setVvalue(0.25));
        WaitForAsyncUtils.waitForFxEvents(10);
        double top = area.getVvalue() * (area.getContent().getLayoutBounds().getHeight()
                - area.getViewportBounds().getHeight());
        paragraphs(40, 60);
        assertThat(area.getVvalue() * (area.getContent().getLayoutBounds().getHeight()
                - area.getViewportBounds().getHeight())).as("what is read stays in place").isBetween(top - 2, top + 2);
    }

    @Test
    void onlyWhatIsNearIsDrawn() {
        paragraphs(0, 150);
        assertThat(drawn(blocks().get(0))).isEmpty();
        assertThat(drawn(blocks().get(149))).isNotEmpty();
        assertThat(blocks().get(0).getHeight()).as("but it keeps its place").isGreaterThan(10);
        interact(() -> area.setVvalue(0));
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(drawn(blocks().get(0)).stream().map(Text::getText)).containsExactly("Paragraph", " 0");
        assertThat(drawn(blocks().get(149))).isEmpty();
    }

    @Test
    void paragraphsThatStandKeepTheirPlaceOnTheScreen() {
        play(text("one", "two", "three"));
        List<TextBlock> before = blocks();
        play(text("one", "twenty", "three"));
        assertThat(drawn(t -> true)).isEqualTo("ONETWENTYTHREE");
        assertThat(blocks().get(0)).isSameAs(before.get(0));
        assertThat(blocks().get(2)).isSameAs(before.get(2));
        play(text("one", "new", "twenty", "three"));
        assertThat(drawn(t -> true)).isEqualTo("ONENEWTWENTYTHREE");
        assertThat(blocks().get(3)).isSameAs(before.get(2));
        play(text("three"));
        assertThat(drawn(t -> true)).isEqualTo("THREE");
    }

    /** Sentences of one token, each a line. */
    private static List<TranslationEvent> text(String... sentences) {
        List<Segment> segments = Stream.of(sentences)
                .map(s -> new Segment(0, s.equals(sentences[0]) ? "" : "\n", s)).toList();
        List<TranslationEvent> events = new ArrayList<>(List.of(new TranslationEvent.Planned(segments)));
        for (int i = 0; i < sentences.length; i++) {
            events.add(new TranslationEvent.SentenceStarted(i, 0, 1, segments.get(i).before(), sentences[i], 0));
            events.add(Events.drafted(0, sentences[i].toUpperCase(), 0.9));
            events.add(Events.ended());
        }
        return events;
    }

    @Test
    void themeAndMarksChangeWhatIsDrawn() {
        play(Events.house());
        interact(() -> look.themeProperty().set(Theme.DARK));
        Text text = drawn(blocks().get(0)).get(0);
        assertThat((Color) text.getFill()).isEqualTo(Palette.DARK.ink());
        assertThat(((MarkLayer) blocks().get(0).lookup(".marks")).getChildren()).isNotEmpty();
        interact(() -> look.markedProperty().set(false));
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(((MarkLayer) blocks().get(0).lookup(".marks")).getChildren()).isEmpty();
    }

    /** The card's title, which is what it is about; null while there is no card. */
    private String card() {
        WaitForAsyncUtils.waitForFxEvents(5);
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .flatMap(popup -> popup.getScene().getRoot().lookupAll(".card-title .flow").stream())
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream()).map(part -> ((Text) part).getText())
                .findFirst().orElse(null);
    }

    private String spoken() {
        return area.getAccessibleText();
    }

    private void ghostsGo() {
        interact(() -> {
            text.dropGhosts(Long.MAX_VALUE);
            text.publish();
        });
    }

    private void press(KeyCode key, int times) {
        interact(area::requestFocus);
        for (int i = 0; i < times; i++) {
            type(key);
        }
    }

    @Test
    void theTokenThatTheKeyboardPickedStaysPickedWhenGhostsGo() {
        play(Events.house());
        press(KeyCode.LEFT, 1);
        assertThat(card()).isEqualTo("house");
        TokenAt house = area.pickedTokenProperty().get();
        ghostsGo();
        assertThat(card()).isEqualTo("house");
        assertThat(area.pickedTokenProperty().get()).isEqualTo(house);
        assertThat(area.isFocused()).isTrue();
        press(KeyCode.LEFT, 1);
        assertThat(card()).as("and the keyboard goes on from there").isEqualTo("big");
    }

    @Test
    void aPickedGhostHandsOnToTheTokenThatTookItsPlace() {
        play(Events.house());
        press(KeyCode.RIGHT, 2);
        assertThat(drawn(Text::isStrikethrough)).isNotEmpty();
        TokenAt picked = area.pickedTokenProperty().get();
        ghostsGo();
        assertThat(drawn(Text::isStrikethrough)).isEmpty();
        assertThat(area.pickedTokenProperty().get()).isEqualTo(picked);
        assertThat(card()).isEqualTo("big");
    }

    @Test
    void theCardStaysWhileTheTextGrows() {
        play(List.of(Events.sentence(0, ""), Events.drafted(0, "One", 0.9), Events.drafted(1, " two", 0.9)));
        press(KeyCode.RIGHT, 1);
        assertThat(card()).isEqualTo("One");
        play(List.of(Events.drafted(2, " three", 0.9)));
        assertThat(card()).isEqualTo("One");
        assertThat(spoken()).contains("One");
    }

    @Test
    void theCardUnderTheMouseStaysWhenGhostsGoAndGoesWithAnotherText() {
        play(Events.house());
        Bounds a = blocks().get(0).localToScreen(new BoundingBox(6, 10, 1, 1));
        moveTo(a.getMinX(), a.getMinY());
        assertThat(card()).isEqualTo("A");
        ghostsGo();
        assertThat(card()).isEqualTo("A");
        interact(text::clear);
        assertThat(card()).isNull();
        assertThat(area.pickedTokenProperty().get()).isNull();
    }
}
