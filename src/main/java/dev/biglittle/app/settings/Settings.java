package dev.biglittle.app.settings;

import dev.biglittle.app.engine.EngineChoice;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.function.UnaryOperator;

/**
 * Everything the user has chosen, in sections. To add a setting, add a component to a section (or a section here) and
 * its value in {@link #DEFAULTS}: a file that lacks it gets that value. Constructors replace what makes no sense, since
 * the file can be edited by hand.
 *
 * @param appearance how the window looks
 * @param models     what translates, and on what
 * @param texts      what happens to texts
 * @param window     where the window was; null if it was never moved
 */
public record Settings(Appearance appearance, Models models, Texts texts, Place window) {
    public static final Settings DEFAULTS = new Settings(
            new Appearance(ThemeChoice.SYSTEM, Appearance.USUAL_FONT_SIZE, Language.SYSTEM, Map.of(), true,
                    true, true, false),
            new Models("", List.of(), ProviderChoice.AUTO, 0), new Texts(true, true, true), null);

    public Settings {
        appearance = appearance == null ? DEFAULTS.appearance : appearance;
        models = models == null ? DEFAULTS.models : models;
        texts = texts == null ? DEFAULTS.texts : texts;
        window = window == null || window.isSound() ? window : null;
    }

    public Settings with(Appearance changed) {
        return new Settings(changed, models, texts, window);
    }

    public Settings with(Models changed) {
        return new Settings(appearance, changed, texts, window);
    }

    public Settings with(Texts changed) {
        return new Settings(appearance, models, changed, window);
    }

    public Settings with(Place changed) {
        return new Settings(appearance, models, texts, changed);
    }

    /** Which looks the window has. */
    public enum ThemeChoice { SYSTEM, LIGHT, DARK }

    /**
     * How the window looks.
     *
     * @param fontSize   pixels
     * @param colours    the user's colours of the marks, "#rrggbb" by {@link dev.biglittle.decode.Origin#label()}
     * @param timeline   whether the timeline is shown where there is room
     * @param thresholds whether the thresholds are shown where there is room
     * @param marks      whether the translation shows who wrote what
     * @param rolledBack whether words that were rolled back stay in sight
     */
    public record Appearance(ThemeChoice theme, int fontSize, Language language, Map<String, String> colours,
                             boolean timeline, boolean thresholds, boolean marks, boolean rolledBack) {
        public static final int SMALLEST_FONT_SIZE = 10;
        public static final int USUAL_FONT_SIZE = 14;
        public static final int LARGEST_FONT_SIZE = 24;
        private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

        public Appearance {
            theme = theme == null ? ThemeChoice.SYSTEM : theme;
            fontSize = Math.max(SMALLEST_FONT_SIZE, Math.min(LARGEST_FONT_SIZE, fontSize));
            language = language == null ? Language.SYSTEM : language;
            colours = colours == null ? Map.of() : colours.entrySet().stream()
                    .filter(entry -> entry.getValue() != null && COLOUR.matcher(entry.getValue()).matches())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        public Appearance withTheme(ThemeChoice changed) {
            return new Appearance(changed, fontSize, language, colours, timeline, thresholds, marks, rolledBack);
        }

        public Appearance withFontSize(int changed) {
            return new Appearance(theme, changed, language, colours, timeline, thresholds, marks, rolledBack);
        }

        public Appearance withLanguage(Language changed) {
            return new Appearance(theme, fontSize, changed, colours, timeline, thresholds, marks, rolledBack);
        }

        public Appearance withColours(Map<String, String> changed) {
            return new Appearance(theme, fontSize, language, changed, timeline, thresholds, marks, rolledBack);
        }

        public Appearance withTimeline(boolean changed) {
            return new Appearance(theme, fontSize, language, colours, changed, thresholds, marks, rolledBack);
        }

        public Appearance withThresholds(boolean changed) {
            return new Appearance(theme, fontSize, language, colours, timeline, changed, marks, rolledBack);
        }

        public Appearance withMarks(boolean changed) {
            return new Appearance(theme, fontSize, language, colours, timeline, thresholds, changed, rolledBack);
        }

        public Appearance withRolledBack(boolean changed) {
            return new Appearance(theme, fontSize, language, colours, timeline, thresholds, marks, changed);
        }
    }

    /**
     * What translates, and on what.
     *
     * @param pair     folder of the chosen pair; empty for the one that came with the program
     * @param folders  folders of the pairs that the user added
     * @param threads  threads within one model call; 0 for as many as suit this computer
     */
    public record Models(String pair, List<String> folders, ProviderChoice provider, int threads) {
        public Models {
            pair = isPath(pair) ? pair : "";
            folders = folders == null ? List.of() : folders.stream().filter(Models::isPath).toList();
            provider = provider == null ? ProviderChoice.AUTO : provider;
            threads = Math.max(0, Math.min(RuntimeSettings.mostThreads(), threads));
        }

        private static boolean isPath(String text) {
            try {
                return text != null && Path.of(text) != null;
            } catch (InvalidPathException e) {
                return false;
            }
        }

        public Models withPair(String changed) {
            return new Models(changed, folders, provider, threads);
        }

        public Models withFolders(List<String> changed) {
            return new Models(pair, changed, provider, threads);
        }

        public Models withProvider(ProviderChoice changed) {
            return new Models(pair, folders, changed, threads);
        }

        public Models withThreads(int changed) {
            return new Models(pair, folders, provider, changed);
        }

        /**
         * @param pairOrNull takes the place of the pair here; null for this one
         * @param runtime    from how models are run here to how they are to be run
         */
        public Models overruledBy(Path pairOrNull, UnaryOperator<RuntimeSettings> runtime) {
            Models models = pairOrNull == null ? this : withPair(pairOrNull.toAbsolutePath().normalize().toString());
            RuntimeSettings wanted = runtime.apply(runtime());
            return wanted.equals(runtime()) ? models : models.withProvider(wanted.provider())
                    .withThreads(wanted.threads() == RuntimeSettings.defaults().threads() ? 0 : wanted.threads());
        }

        /** What these settings ask to be loaded. */
        public EngineChoice engine() {
            return new EngineChoice(pair.isEmpty() ? null : Path.of(pair), runtime());
        }

        /** How models are run under these settings. */
        public RuntimeSettings runtime() {
            return new RuntimeSettings(provider, threads == 0 ? RuntimeSettings.defaults().threads() : threads);
        }
    }

    /**
     * What happens to texts.
     *
     * @param translateWhileTyping whether they are translated unasked
     * @param scrollTogether       whether source and translation scroll together
     * @param keepHistory          whether translations are kept on this computer
     */
    public record Texts(boolean translateWhileTyping, boolean scrollTogether, boolean keepHistory) {
        public Texts withTranslateWhileTyping(boolean changed) {
            return new Texts(changed, scrollTogether, keepHistory);
        }

        public Texts withScrollTogether(boolean changed) {
            return new Texts(translateWhileTyping, changed, keepHistory);
        }

        public Texts withKeepHistory(boolean changed) {
            return new Texts(translateWhileTyping, scrollTogether, changed);
        }
    }

    /** Where the window was, in pixels of the whole desktop. */
    public record Place(double x, double y, double width, double height, boolean maximized) {
        private boolean isSound() {
            return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(width) && Double.isFinite(height)
                    && width > 0 && height > 0;
        }
    }
}
