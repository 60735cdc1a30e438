package dev.biglittle.app.help;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.SideWindow;
import dev.biglittle.app.look.Look;
import dev.biglittle.doctor.Version;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** What this program is, which version, and on what it stands. */
public final class AboutWindow {
    private static final double ICON = 96;

    private AboutWindow() {
    }

    public static void show(Stage owner, Look look) {
        Label name = new Label(Messages.text("about.name", Version.text()));
        name.getStyleClass().add(Styles.TITLE_3);
        VBox texts = new VBox(name, paragraph("about.what"), paragraph("about.method"), paragraph("about.privacy"),
                paragraph("about.licence"));
        texts.getStyleClass().add("texts");
        ImageView icon = new ImageView(new Image(Messages.class.getResource("icons/biglittle-256.png").toExternalForm()));
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        HBox content = new HBox(icon, texts);
        content.setId("about");
        content.getStyleClass().add("about");
        new SideWindow(Messages.text("about.title"), content, 560, 300, owner, look).show();
    }

    private static Label paragraph(String key) {
        Label label = new Label(Messages.text(key));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
