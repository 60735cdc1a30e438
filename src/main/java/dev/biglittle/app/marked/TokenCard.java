package dev.biglittle.app.marked;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.look.Look;
import dev.biglittle.translate.TokenRun;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** What is known of one token, beside it: who wrote it, how sure each model was, and what else they thought of. */
final class TokenCard {
    private static final double BAR_WIDTH = 90;
    private static final double TEXT_WIDTH = 440;
    private static final double GAP = 4;

    private final Look look;
    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private TokenRun told;
    private Look.Marks marks;

    TokenCard(Look look) {
        this.look = look;
        content.getStyleClass().add("token-card");
        content.setId("token-card");
        content.getStylesheets().add(TranslationArea.STYLESHEET);
        content.styleProperty().bind(look.rootStyle());
        content.setMouseTransparent(true);
        popup.getContent().add(content);
        popup.setAutoFix(true);
    }

    /** Shows the card below a place in a node. */
    void show(TokenRun token, Node owner, Rectangle2D place) {
        if (!token.equals(told) || marks != look.marks().get()) {
            told = token;
            marks = look.marks().get();
            tell(token);
        }
        Bounds below = owner.localToScreen(new BoundingBox(place.getMinX(), place.getMaxY() + GAP, 0, 0));
        popup.show(owner, below.getMinX(), below.getMinY());
    }

    private void tell(TokenRun token) {
        content.getChildren().setAll(title(token));
        for (String fact : TokenWords.facts(token)) {
            Label label = new Label(fact);
            label.setWrapText(true);
            label.setMaxWidth(TEXT_WIDTH);
            content.getChildren().add(label);
        }
        HBox choices = new HBox(choices("token.smallTop", token.smallTop()), choices("token.largeTop",
                token.largeTop()));
        choices.getChildren().removeIf(column -> ((VBox) column).getChildren().isEmpty());
        choices.getStyleClass().add("choices");
        content.getChildren().add(choices);
    }

    private Node title(TokenRun token) {
        MarkedText sample = new MarkedText(new Look.Marks(marks.palette(), true));
        sample.replace(0, 0, List.of(MarkedText.sample(TokenWords.name(token.written()), token.origin())));
        Label meaning = new Label(TokenWords.originMeaning(token.origin()));
        meaning.setWrapText(true);
        meaning.setMaxWidth(TEXT_WIDTH);
        meaning.getStyleClass().add(Styles.TEXT_MUTED);
        Label origin = new Label(TokenWords.origin(token.origin()));
        origin.getStyleClass().add(Styles.TEXT_BOLD);
        HBox line = new HBox(sample, origin);
        line.getStyleClass().add("card-title");
        return new VBox(line, meaning);
    }

    private static VBox choices(String title, List<TokenRun.Candidate> candidates) {
        VBox column = new VBox();
        column.getStyleClass().add("column");
        if (candidates.isEmpty()) {
            return column;
        }
        Label heading = new Label(Messages.text(title));
        heading.getStyleClass().add(Styles.TEXT_SMALL);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("grid");
        for (int i = 0; i < candidates.size(); i++) {
            TokenRun.Candidate candidate = candidates.get(i);
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            bar.setPrefWidth(Math.max(1, BAR_WIDTH * candidate.probability()));
            bar.setMaxWidth(Region.USE_PREF_SIZE);
            HBox track = new HBox(bar);
            track.getStyleClass().add("track");
            track.setPrefWidth(BAR_WIDTH);
            Label share = new Label(Numbers.percent(candidate.probability()));
            GridPane.setHalignment(share, HPos.RIGHT);
            Label name = new Label(TokenWords.name(candidate.text()));
            name.setMinWidth(Region.USE_PREF_SIZE);
            share.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i, name, track, share);
        }
        column.getChildren().addAll(heading, grid);
        return column;
    }

    void hide() {
        popup.hide();
    }
}
