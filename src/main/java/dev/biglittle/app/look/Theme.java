package dev.biglittle.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The window's looks. */
public enum Theme {
    LIGHT(new PrimerLight(), Palette.LIGHT), DARK(new PrimerDark(), Palette.DARK);

    private final atlantafx.base.theme.Theme controls;
    private final Palette palette;

    Theme(atlantafx.base.theme.Theme controls, Palette palette) {
        this.controls = controls;
        this.palette = palette;
    }

    /** Style sheet of the controls, for {@link javafx.application.Application#setUserAgentStylesheet}. */
    public String stylesheet() {
        return controls.getUserAgentStylesheet();
    }

    public Palette palette() {
        return palette;
    }
}
