package dev.biglittle.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.app.settings.Settings.Place;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("not made yet");
    }

    private SettingsStore store() {
        return new SettingsStore(new SettingsFile(folder()));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("settings.json"), text);
    }

    private JsonObject written() throws IOException {
        return JsonParser.parseString(Files.readString(folder().resolve("settings.json"))).getAsJsonObject();
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNoneIsWritten() {
        try (SettingsStore store = store()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULTS);
            assertThat(store.notice()).isEmpty();
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        Settings changed = Settings.DEFAULTS
                .with(Settings.DEFAULTS.appearance().withTheme(ThemeChoice.DARK).withFontSize(20)
                        .withLanguage(Language.GERMAN).withColours(Map.of("hand-over", "#aabbcc")))
                .with(Settings.DEFAULTS.models().withFolders(List.of("/pairs/ä b")).withProvider(ProviderChoice.CPU)
                        .withThreads(1).withPair("/pairs/ä b"))
                .with(new Place(10, -20, 1200, 800, true));
        List<Settings> observed = new ArrayList<>();
        try (SettingsStore store = store()) {
            store.settingsProperty().addListener((property, was, is) -> observed.add(is));
            store.change(settings -> changed);
            store.change(settings -> changed);
        }
        assertThat(observed).containsExactly(changed);
        try (SettingsStore store = store()) {
            assertThat(store.get()).isEqualTo(changed);
        }
        assertThat(folder()).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void whatTheCommandLineNamesHoldsUntilItIsChangedAndIsNotWritten() {
        Path named = temp.resolve("named");
        try (SettingsStore store = store()) {
            store.change(settings -> settings.with(settings.models().withPair("/pairs/b").withThreads(1)));
        }
        try (SettingsStore store = store()) {
            store.overrule(settings -> settings.with(settings.models().overruledBy(named,
                    kept -> new RuntimeSettings(ProviderChoice.CPU, 2))));
            assertThat(store.get().models().engine().pair()).isEqualTo(named);
            assertThat(store.get().models().runtime()).isEqualTo(new RuntimeSettings(ProviderChoice.CPU, 2));
            store.change(settings -> settings.with(settings.appearance().withFontSize(18)));
            assertThat(store.get().models().engine().pair()).as("another setting is changed").isEqualTo(named);
        }
        try (SettingsStore store = store()) {
            assertThat(store.get().appearance().fontSize()).isEqualTo(18);
            assertThat(store.get().models()).isEqualTo(
                    Settings.DEFAULTS.models().withPair("/pairs/b").withThreads(1));
            store.overrule(settings -> settings.with(settings.models().overruledBy(named, runtime -> runtime)));
            store.change(settings -> settings.with(settings.models().withPair("/pairs/b")));
            assertThat(store.get().models().pair()).as("the pair in the file is chosen").isEqualTo("/pairs/b");
        }
    }

    @Test
    void whatAnotherVersionWroteIsKept() throws IOException {
        write("""
                {"future": {"a": 1}, "appearance": {"theme": "LIGHT", "sparkle": true, "colours": {"small": "#111111"}}}
                """);
        try (SettingsStore store = store()) {
            assertThat(store.get().appearance().fontSize()).isEqualTo(Settings.Appearance.USUAL_FONT_SIZE);
            store.change(settings -> settings.with(settings.appearance().withTheme(ThemeChoice.DARK)
                    .withColours(Map.of())));
        }
        assertThat(written().getAsJsonObject("future").get("a").getAsInt()).isEqualTo(1);
        JsonObject appearance = written().getAsJsonObject("appearance");
        assertThat(appearance.get("sparkle").getAsBoolean()).isTrue();
        assertThat(appearance.get("theme").getAsString()).isEqualTo("DARK");
        assertThat(appearance.getAsJsonObject("colours").size()).as("a reset colour is gone").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "3", "{\"appearance\": 3}", "{\"models\": {\"threads\": \"many\"}}",
        "{\"appearance\": {\"colours\": 3}}", "\u0000"})
    void aDamagedFileIsPutAsideAndSaid(String text) throws IOException {
        write(text);
        try (SettingsStore store = store()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULTS);
            assertThat(store.notice()).contains("settings.json.damaged").doesNotContain("Exception");
            store.change(settings -> settings.with(settings.appearance().withFontSize(18)));
        }
        assertThat(folder().resolve("settings.json.damaged")).hasContent(text);
        try (SettingsStore store = store()) {
            assertThat(store.notice()).isEmpty();
            assertThat(store.get().appearance().fontSize()).isEqualTo(18);
        }
    }

    @Test
    void valuesThatMakeNoSenseAreReplaced() throws IOException {
        write("""
                {"appearance": {"theme": "PURPLE", "fontSize": 900, "language": null},
                 "models": {"threads": -4, "folders": null, "provider": "TPU"}}
                """);
        try (SettingsStore store = store()) {
            assertThat(store.notice()).isEmpty();
            assertThat(store.get()).isEqualTo(Settings.DEFAULTS.with(Settings.DEFAULTS.appearance()
                    .withFontSize(Settings.Appearance.LARGEST_FONT_SIZE)));
        }
    }

    @Test
    void settingsThatCannotBeSavedHoldAllTheSameAndAreSaid() throws IOException {
        List<RuntimeException> failures = new ArrayList<>();
        try (SettingsStore store = store()) {
            store.setOnFailed(failures::add);
            Files.writeString(folder(), "a file, where the folder should be");
            store.change(settings -> settings.with(settings.appearance().withFontSize(18)));
            assertThat(store.get().appearance().fontSize()).isEqualTo(18);
        }
        assertThat(failures).singleElement().isInstanceOf(Problem.class)
                .extracting(Throwable::getMessage).asString().contains("settings.json");
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndLeftAlone() throws IOException {
        Path file = Files.createDirectories(folder().resolve("settings.json"));
        try (SettingsStore store = store()) {
            assertThat(store.notice()).contains(file.toString()).contains("cannot be read");
            store.change(settings -> settings.with(settings.appearance().withFontSize(18)));
        }
        assertThat(file).isDirectory();
    }
}
