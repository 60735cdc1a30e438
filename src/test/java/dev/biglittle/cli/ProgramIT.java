package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.Launcher;
import dev.biglittle.cli.Program.Outcome;
import dev.biglittle.pair.PairCopy;
import dev.biglittle.pair.PairFolders;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program: what it prints, and how it ends. */
class ProgramIT {
    private static final Set<String> ORIGINS = Set.of("small", "fallback", "hand-over", "rollback", "large");

    @TempDir
    Path temp;

    private static void assertComplaint(Outcome outcome, int code) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err().strip()).startsWith("biglittle: ").doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(outcome.err().strip().lines()).hasSize(1);
    }

    @Test
    void jsonHoldsTokensWithOriginsThatJoinToTheTranslation() throws Exception {
        Outcome outcome = Program.run("translate", "--format", "json", "Das ist ein schöner Tag. Ich habe Hunger.");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        JsonObject json = JsonParser.parseString(outcome.lines().get(0)).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("source", "translation", "mode", "tokens", "rolledBack", "stats");
        assertThat(json.get("source").getAsString()).isEqualTo("Das ist ein schöner Tag. Ich habe Hunger.");
        assertThat(json.get("translation").getAsString()).containsIgnoringCase("day").contains("hungry");
        StringBuilder joined = new StringBuilder();
        JsonArray tokens = json.getAsJsonArray("tokens");
        for (JsonElement element : tokens) {
            JsonObject token = element.getAsJsonObject();
            assertThat(token.keySet()).containsExactly("id", "text", "origin", "probability", "distance");
            assertThat(token.get("origin").getAsString()).isIn(ORIGINS);
            assertThat(token.get("probability").getAsDouble()).isBetween(0.0, 1.0);
            joined.append(token.get("text").getAsString());
        }
        assertThat(joined).hasToString(json.get("translation").getAsString());
        JsonObject stats = json.getAsJsonObject("stats");
        assertThat(stats.keySet()).containsExactly("sourceTokens", "targetTokens", "smallSteps", "largePasses",
                "fallbacks", "handOvers", "rollbacks", "rolledBackTokens", "millis", "encodeMillis", "smallMillis",
                "largeMillis", "otherMillis");
        assertThat(stats.get("targetTokens").getAsInt()).isEqualTo(tokens.size());
        assertThat(json.getAsJsonArray("rolledBack")).hasSize(stats.get("rollbacks").getAsInt());
    }

    @Test
    void fileGivesOneLineForEachLineInOrder() throws Exception {
        Path file = Files.writeString(temp.resolve("in.txt"), "Guten Morgen!\n\nDanke.\nGuten Morgen!\n");
        Outcome outcome = Program.run("translate", "--input", file.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.lines()).hasSize(4);
        assertThat(outcome.lines().get(1)).isEmpty();
        assertThat(outcome.lines().get(0)).isEqualTo(outcome.lines().get(3)).isNotBlank();
        assertThat(outcome.lines().get(2)).containsIgnoringCase("thank");
    }

    @ParameterizedTest
    @CsvSource({"translate", "translate -"})
    void standardInputIsReadLineByLine(String command) throws Exception {
        Outcome outcome = Program.run("Guten Morgen!\nDanke.\n", Map.of(), command.split(" "));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.lines()).hasSize(2);
    }

    @Test
    void aTypedLineIsAnsweredBeforeTheNextIsTyped() throws Exception {
        File out = temp.resolve("out").toFile();
        File err = temp.resolve("err").toFile();
        Process process = Program.start(Map.of(), out, err, "translate");
        process.getOutputStream().write("Guten Morgen!\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        for (int i = 0; i < 600 && out.length() == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(Files.readString(out.toPath())).endsWith("\n");
        process.getOutputStream().close();
        assertThat(Program.outcome(process, out, err).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"big-little", "large", "small", "speculative", "paper-code"})
    void everyModeTranslates(String mode) throws Exception {
        Outcome outcome = Program.run("translate", "--mode", mode, "--format", "json", "Wo ist der Bahnhof?");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertThat(json.get("mode").getAsString()).isEqualTo(mode);
        assertThat(json.get("translation").getAsString()).containsIgnoringCase("station");
    }

    @Test
    void thresholdsChangeWhoWrites() throws Exception {
        Outcome always = Program.run("translate", "--fallback", "1.1", "--format", "json", "Wo ist der Bahnhof?");
        assertThat(always.out()).contains("\"origin\":\"fallback\"").doesNotContain("\"origin\":\"small\"");
        Outcome never = Program.run("translate", "--fallback", "0", "--rollback", "inf", "--max-run", "0", "--format",
                "json", "Wo ist der Bahnhof?");
        assertThat(never.out()).contains("\"origin\":\"small\"").doesNotContain("\"origin\":\"fallback\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "translate --fallback 7 Hallo|fallback threshold is 7",
            "translate --fallback viel Hallo|'viel'",
            "translate --rollback -1 Hallo|rollback threshold is -1",
            "translate --max-run -3 Hallo|-3",
            "translate --max-run many Hallo|many",
            "translate --mode paper-code --max-run confident Hallo|confident",
            "translate --threads 0 Hallo|threads is 0",
            "translate --mode turbo Hallo|'turbo'",
            "translate --format xml Hallo|'xml'",
            "translate --provider tpu Hallo|'tpu'",
            "translate --turbo Hallo|--turbo",
            "translate --input a.txt Hallo|--input",
            "nonsense|nonsense",
            "pairs verify|DIR",
            "nonsense Hallo|'nonsense'",
            "translate --threads x Hallo|int. Run",
            "translate -Grad|goes after --",
            "--pair nowhere translate Hallo|--pair stands before 'translate'",
            "run.biglittle translate Hallo|'run.biglittle' stands before"})
    void wrongUsageIsOneSentenceAndExitCodeTwo(String command, String says) throws Exception {
        Outcome outcome = Program.run(command.split(" "));
        assertComplaint(outcome, 2);
        assertThat(outcome.err()).contains(says);
        assertThat(outcome.out()).isEmpty();
    }

    /** As cron and containers start it: Java takes what it is given for ASCII then. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutALocaleUmlautsAreUmlauts() throws Exception {
        Path file = Files.writeString(Files.createDirectories(temp.resolve("ü")).resolve("schön.txt"), "Das ist ein schöner Tag.\n");
        for (Map<String, String> locale : List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""),
                Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "xx_XX.UTF-8"))) {
            Outcome text = Program.run("", locale, "translate", "--format", "json", "Das ist ein schöner Tag.");
            assertThat(JsonParser.parseString(text.out()).getAsJsonObject().get("source").getAsString())
                    .isEqualTo("Das ist ein schöner Tag.");
            Outcome lines = Program.run("", locale, "translate", "--input", file.toString());
            assertThat(lines.code()).as(lines.err()).isZero();
            assertThat(lines.out()).containsIgnoringCase("day");
        }
    }

    @Test
    void missingInputFileIsNamed() throws Exception {
        Outcome outcome = Program.run("translate", "--input", temp.resolve("none.txt").toString());
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).contains("none.txt");
    }

    @Test
    void inputThatIsNotUtf8KeepsTheLinesBefore() throws Exception {
        Path file = temp.resolve("latin1.txt");
        Files.write(file, "Guten Morgen!\nDas ist gut.\nsch\u00f6n\nDanke.\n".getBytes(StandardCharsets.ISO_8859_1));
        Outcome outcome = Program.run("translate", "--mode", "small", "--input", file.toString());
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).contains("latin1.txt stopped at line 3").contains("UTF-8");
        assertThat(outcome.lines()).hasSize(2);
    }

    @Test
    void emptyTextGivesAnEmptyLine() throws Exception {
        Outcome text = Program.run("translate", "");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).isEqualTo(System.lineSeparator());
        Outcome json = Program.run("translate", "--format", "json", "   ");
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(JsonParser.parseString(json.out()).getAsJsonObject().get("translation").getAsString()).isEmpty();
    }

    @Test
    void enormousLineAndForeignScriptGoThrough() throws Exception {
        Path file = Files.writeString(temp.resolve("odd.txt"), "Wort".repeat(3000) + "\n" + "日本語のテキスト。Привет, мир! 😀\n"
                + "Das ist ein Satz. ".repeat(40) + "\n\u0000\u0007\u202e\n");
        Outcome outcome = Program.run("translate", "--mode", "small", "--input", file.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.lines()).hasSize(4);
        Outcome endless = Program.run("translate", "ä".repeat(300));
        assertThat(endless.code()).as(endless.err()).isZero();
        assertThat(endless.err()).contains("the command line: ").contains("cut off at the 128 tokens");
    }

    @Test
    void evaluationSweepsAndWritesAReport() throws Exception {
        Path source = Files.writeString(temp.resolve("a.de"), "Das ist ein schöner Tag.\nWo ist der Bahnhof?\n");
        Path reference = Files.writeString(temp.resolve("a.en"), "That is a beautiful day.\nWhere is the station?\n");
        Path report = temp.resolve("report");
        Outcome outcome = Program.run("evaluate", "--source", source.toString(), "--reference", reference.toString(),
                "--sweep", "fallback=0.3,0.9", "rollback=2,inf", "--format", "json", "--report", report.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertThat(json.get("texts").getAsInt()).isEqualTo(2);
        assertThat(json.getAsJsonArray("points")).as("large, 4 swept, small, 2 x 8 windows, 2 without rollback")
                .hasSize(24);
        assertThat(report.resolve("index.html")).exists();
        assertThat(Files.readString(report.resolve("evaluation.json")).strip()).isEqualTo(outcome.out().strip());
        Outcome unequal = Program.run("evaluate", "--source", source.toString(), "--reference",
                Files.writeString(temp.resolve("b.en"), "One.\n").toString());
        assertComplaint(unequal, 1);
        assertThat(unequal.err()).contains("2 lines");
        assertComplaint(Program.run("evaluate", "--source", source.toString(), "--reference", reference.toString(),
                "--sweep", "speed=1"), 2);
        assertComplaint(Program.run("evaluate", "--source", source.toString(), "--reference", reference.toString(),
                "--sweep", "fallback=0.3,x"), 2);
        assertComplaint(Program.run("evaluate", "--source", source.toString(), "--reference", reference.toString(),
                "--metric", "meteor"), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "confident"})
    void runsThatAreNoCountGiveTheLargeModelsTextInSpeculativeMode(String run) throws Exception {
        String text = "Die Regierung will im nächsten Jahr mehr Geld für Schulen ausgeben.";
        Outcome large = Program.run("translate", "--mode", "large", text);
        Outcome both = Program.run("translate", "--mode", "speculative", "--fallback", "0.1", "--max-run", run, text);
        assertThat(both.code()).as(both.err()).isZero();
        assertThat(both.out()).isEqualTo(large.out());
    }

    @Test
    void benchmarkNeedsNothingButAPair() throws Exception {
        Outcome outcome = Program.run("bench", "--rounds", "1", "--threads", "1", "--format", "json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertThat(json.getAsJsonObject("machine").get("threads").getAsInt()).isEqualTo(1);
        assertThat(json.getAsJsonArray("texts")).isNotEmpty();
        assertComplaint(Program.run("bench", "--rounds", "0"), 2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptedEvaluationGoesOnWhereItStopped() throws Exception {
        Path source = Files.writeString(temp.resolve("a.de"), "Das ist ein schöner Tag.\n".repeat(400));
        Path reference = Files.writeString(temp.resolve("a.en"), "That is a beautiful day.\n".repeat(400));
        Path report = temp.resolve("report");
        String[] command = {"evaluate", "--source", source.toString(), "--reference", reference.toString(), "--metric",
                "rouge", "--report", report.toString(), "--threads", "1"};
        File out = temp.resolve("out").toFile();
        File err = temp.resolve("err").toFile();
        Process process = Program.start(Map.of(), out, err, command);
        Path trials = report.resolve("trials.jsonl");
        for (int i = 0; i < 600 && (!Files.exists(trials) || Files.size(trials) < 2000); i++) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        Outcome stopped = Program.outcome(process, out, err);
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(130);
        assertThat(report.resolve("evaluation.json")).as("what is done is reported").exists();
        List<String> kept = Files.readAllLines(trials);
        assertThat(kept).hasSizeBetween(2, 800);
        Outcome resumed = Program.run(command);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(trials)).as("a header and two settings for each text").hasSize(801)
                .startsWith(kept.toArray(String[]::new));
        assertThat(resumed.out()).contains("ROUGE-Lsum").contains("400 texts");
    }

    @Test
    void damagedPairIsNamed() throws Exception {
        PairCopy pair = PairCopy.in(temp.resolve("pair")).flipOneBit("large/decoder.onnx");
        Outcome verify = Program.run("pairs", "verify", pair.folder().toString());
        assertComplaint(verify, 1);
        assertThat(verify.err()).contains("decoder.onnx").contains("SHA-256");
        assertComplaint(Program.run("translate", "--pair", pair.folder().toString(), "Hallo"), 1);
    }

    @Test
    void aDamagedPairDoesNotHideTheOthers() throws Exception {
        Path pairs = temp.resolve("pairs");
        for (String name : List.of("a", "b", "c")) {
            Files.copy(PairFolders.byDefault().resolve("pair.json"),
                    Files.createDirectories(pairs.resolve(name)).resolve("pair.json"));
        }
        Files.writeString(pairs.resolve("b").resolve("pair.json"), "{");
        File out = temp.resolve("out").toFile();
        File err = temp.resolve("err").toFile();
        // the start script knows one folder of pairs only
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbiglittle.pairs=" + pairs, "-cp", System.getProperty("java.class.path"), Launcher.class.getName(),
                "pairs", "list").redirectOutput(out).redirectError(err).start();
        Outcome list = Program.outcome(process, out, err);
        assertComplaint(list, 1);
        assertThat(list.err()).contains(pairs.resolve("b").resolve("pair.json").toString());
        assertThat(list.lines()).satisfiesExactly(line -> assertThat(line).startsWith(pairs.resolve("a") + "  German"),
                line -> assertThat(line).startsWith(pairs.resolve("c") + "  German"));
    }

    @Test
    void theDoctorFailsOverABrokenPair() throws Exception {
        PairCopy pair = PairCopy.in(temp.resolve("pair")).truncate("small/decoder.onnx");
        Outcome doctor = Program.run("doctor", "--pair", pair.folder().toString());
        assertThat(doctor.code()).as(doctor.err()).isEqualTo(1);
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.lines()).last().asString().startsWith("Pair ").contains("decoder.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"translate --mode small Hallo.", "pairs list"})
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAFailure(String command) throws Exception {
        File err = temp.resolve("err").toFile();
        Process process = Program.start(Map.of(), new File("/dev/full"), err, command.split(" "));
        // which cannot be read to its end either
        Outcome outcome = Program.outcome(process, Files.createFile(temp.resolve("nothing")).toFile(), err);
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).contains("could not be written in full");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLibraryThatCannotBeLoadedIsExplained() throws Exception {
        Path none = temp.resolve("none");
        Outcome runtime = Program.run("", Map.of("JAVA_OPTS", "-Djava.io.tmpdir=" + none), "translate", "Hallo");
        assertComplaint(runtime, 1);
        assertThat(runtime.err()).contains("ONNX Runtime").contains(none.toString()).doesNotContain("null");
        Path file = Files.writeString(temp.resolve("file"), "");
        Outcome tokenizer = Program.run("", Map.of("JAVA_OPTS", "-DDJL_CACHE_DIR=" + file), "translate", "Hallo");
        assertComplaint(tokenizer, 1);
        assertThat(tokenizer.err()).contains("cannot be unpacked to " + file).doesNotContain("tokenizer.json");
    }

    @Test
    void pairsAndDoctorSayWhatIsHere() throws Exception {
        Outcome list = Program.run("pairs", "list");
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).contains("German to English");
        Outcome doctor = Program.run("doctor");
        assertThat(doctor.code()).as(doctor.err()).isZero();
        assertThat(doctor.out()).contains("ONNX Runtime").contains("CUDA").contains("sound").contains("8 bits");
    }

    @Test
    void tooLittleMemoryIsOneSentence() throws Exception {
        Outcome outcome = Program.run("", Map.of("JAVA_OPTS", "-XX:MaxDirectMemorySize=300k"), "translate", "Hallo");
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).contains("memory");
    }

    @Test
    void demandedCudaThatIsMissingIsExplained() throws Exception {
        Outcome outcome = Program.run("translate", "--provider", "cuda", "Hallo");
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).as("the embedded pair has no graphs for cards").contains("CUDA").contains("8 bits");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void windowWithoutADisplayIsExplained() throws Exception {
        Outcome outcome = Program.run("", Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""));
        assertComplaint(outcome, 1);
        assertThat(outcome.err()).contains("display").contains("translate");
    }

    @Test
    void longCommandLineDoesNotEndTheProcess() throws Exception {
        Outcome outcome = Program.run("translate", "--mode", "small", "Das ist gut. ".repeat(800));
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptEndsWith130AndLeavesWholeLines() throws Exception {
        Path file = Files.writeString(temp.resolve("long.txt"), "Das ist ein schöner Tag.\n".repeat(20_000));
        File out = temp.resolve("out").toFile();
        File err = temp.resolve("err").toFile();
        Process process = Program.start(Map.of(), out, err, "translate", "--input", file.toString());
        for (int i = 0; i < 600 && out.length() == 0; i++) {
            Thread.sleep(100);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        Outcome outcome = Program.outcome(process, out, err);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(130);
        assertThat(outcome.out()).isNotEmpty().endsWith("\n");
        assertThat(List.copyOf(Set.copyOf(outcome.lines()))).as("every line is a whole translation").hasSize(1);
    }
}
