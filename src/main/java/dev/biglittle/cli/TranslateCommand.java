package dev.biglittle.cli;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.Translator;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code biglittle translate}. */
@Command(name = "translate", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Translates a text, or a file with one text a line.")
final class TranslateCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TEXT",
            description = "The text; '-' or nothing reads lines from standard input.")
    private String text;

    @Option(names = "--input", paramLabel = "FILE", description = "A UTF-8 file with one text a line.")
    private String input;

    @Option(names = "--format", paramLabel = "F", defaultValue = "text",
            description = "text, ansi (coloured by who wrote it) or json (one object a line) "
                    + "(default: ${DEFAULT-VALUE}).")
    private String format;

    @Mixin
    private PolicyOptions policyOptions;

    @Mixin
    private RuntimeOptions runtimeOptions;

    @Override
    public Integer call() {
        policyOptions.check();
        RuntimeSettings settings = runtimeOptions.settings();
        OutputFormat output = OutputFormat.of(format);
        try (TextSource texts = TextSource.open(text, input); Interrupt interrupt = Interrupt.install();
             LoadedPair pair = LoadedPair.load(runtimeOptions.pairFolderOrDefault(), settings)) {
            Policy policy = policyOptions.policy(pair.description().defaultPreset());
            Translator translator = new Translator(pair);
            PrintStream out = System.out;
            while (interrupt.whileWaiting(texts::hasNext) && !out.checkError()) {
                String source = texts.next();
                Transcript transcript = new Transcript();
                translator.translate(source, policy, transcript::accept, interrupt::requested);
                if (!transcript.isCancelled()) {
                    out.println(output.line(source, policyOptions.mode(), transcript));
                    // the next line may be typed only after this one was read
                    out.flush();
                    tellCutOff(texts.name(), transcript.sentencesCutOff(), pair.description().targetTokenLimit());
                }
            }
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED : 0;
        }
    }

    private static void tellCutOff(String text, int sentences, int limit) {
        if (sentences > 0) {
            System.err.println("biglittle: " + text + ": " + sentences + (sentences == 1 ? " sentence was" : " sentences were")
                    + " cut off at the " + limit + " tokens that this pair writes at most; shorter sentences help.");
        }
    }
}
