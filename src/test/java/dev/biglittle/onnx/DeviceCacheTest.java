package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.biglittle.decode.BigLittleDecoder;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Predictions;
import dev.biglittle.decode.Statistics;
import dev.biglittle.decode.Timing;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.Soak;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches that stay on the device, here the CPU, against those that the Java API carries: the same to the last bit. */
class DeviceCacheTest {
    /** What Java itself takes more or less; in the long run less than one tensor's handle a pass. */
    private static final double MEGABYTES = 4;
    private static LoadedPair host;
    private static LoadedPair device;

    @BeforeAll
    static void load() {
        host = EmbeddedPair.load(false);
        device = EmbeddedPair.load(true);
    }

    @AfterAll
    static void close() {
        device.close();
        host.close();
    }

    private static List<DecodeEvent> write(LoadedPair pair, String text, Policy policy) {
        List<DecodeEvent> events = new ArrayList<>();
        new BigLittleDecoder(pair.small(), pair.large(), pair.description().decoderStart(),
                pair.description().endOfText()).decode(pair.tokenizer().encode(text), policy,
                pair.description().targetTokenLimit(), events::add, () -> false);
        return events;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyEventOfEveryTextIsTheSame(Mode mode) {
        Policy lively = mode.policy(0.3, 1, 6);
        int rollbacks = 0;
        for (String text : EmbeddedPair.sentences().subList(0, 40)) {
            List<DecodeEvent> found = write(device, text, lively);
            assertThat(found).usingRecursiveComparison().ignoringFieldsOfTypes(Timing.class, Statistics.class)
                    .isEqualTo(write(host, text, lively));
            rollbacks += (int) found.stream().filter(DecodeEvent.RolledBack.class::isInstance).count();
        }
        if (mode != Mode.LARGE && mode != Mode.SMALL) {
            assertThat(rollbacks).as("caches were cut").isPositive();
        }
    }

    @Test
    void anyPassAfterAnyCutGivesTheSamePredictions() {
        Random random = new Random(3);
        try (LoadedPair plain = TinyPair.load(false); LoadedPair bound = TinyPair.load(true)) {
            for (int text = 0; text < 20; text++) {
                boolean large = random.nextBoolean();
                int[] source = TinyPair.tokens(random, 1 + random.nextInt(20));
                try (ModelDecoder expected = model(plain, large).encode(source);
                     ModelDecoder found = model(bound, large).encode(source)) {
                    int cached = 0;
                    for (int pass = 0; pass < 30; pass++) {
                        int keep = random.nextInt(cached + 1);
                        int[] tokens = TinyPair.tokens(random, 1 + random.nextInt(pass % 10 == 0 ? 40 : 5));
                        assertSame(found.read(keep, tokens), expected.read(keep, tokens));
                        cached = keep + tokens.length;
                    }
                }
            }
        }
    }

    @Test
    void aTextLongerThanTheMemoryItBeganWithGivesTheSamePredictions() {
        Random random = new Random(6);
        try (LoadedPair plain = TinyPair.load(false); LoadedPair bound = TinyPair.load(true)) {
            int[] source = TinyPair.tokens(random, 12);
            try (ModelDecoder expected = bound.large().encode(source); ModelDecoder found = plain.large().encode(source)) {
                for (int cached = 0; cached < 300; cached += 3) {
                    int[] tokens = TinyPair.tokens(random, 5);
                    // the last two are cut off again
                    assertSame(found.read(cached, tokens), expected.read(cached, tokens));
                }
            }
        }
    }

    private static Model model(LoadedPair pair, boolean large) {
        return large ? pair.large() : pair.small();
    }

    private static void assertSame(Predictions found, Predictions expected) {
        assertThat(found.ids()).isEqualTo(expected.ids());
        assertThat(found.probability()).isEqualTo(expected.probability());
        assertThat(found.draftNll()).startsWith(expected.draftNll());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPassThatFailsSaysWhyAndLeavesTheCacheAsItWas(boolean onDevice) {
        int[] source = device.tokenizer().encode("Ich habe heute Hunger.");
        int[] start = {device.description().decoderStart(), 5, 6};
        for (boolean large : new boolean[] {false, true}) {
            try (ModelDecoder expected = model(host, large).encode(source);
                 ModelDecoder found = model(onDevice ? device : host, large).encode(source)) {
                expected.read(0, start);
                found.read(0, start);
                assertThatThrownBy(() -> found.read(3, new int[] {1_000_000})).isInstanceOf(Problem.class)
                        .hasMessageStartingWith("The decoder failed on this text").hasMessageContaining("Gather");
                assertSame(found.read(3, new int[] {7, 8}), expected.read(3, new int[] {7, 8}));
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeftBehindByAPassOrAText() throws Exception {
        Random random = new Random(9);
        try (LoadedPair bound = TinyPair.load(true)) {
            writeTexts(bound, random, 500);
            int texts = Soak.times(2_000, 50_000);
            assertThat(Soak.growthMegabytes(texts + " texts, caches on the device", () -> writeTexts(bound, random, texts)))
                    .isLessThan(MEGABYTES);
        }
    }

    private static void writeTexts(LoadedPair bound, Random random, int texts) {
        for (int text = 0; text < texts; text++) {
            try (ModelDecoder decoder = model(bound, text % 2 == 0).encode(TinyPair.tokens(random, 10))) {
                for (int pass = 0; pass < 10; pass++) {
                    decoder.read(pass, TinyPair.tokens(random, 1 + random.nextInt(4)));
                }
            }
        }
    }

    @Test
    void anotherVersionOfOnnxRuntimeIsRefusedAndCachesStayInMainMemory() throws OrtException {
        assertThatThrownBy(() -> BindingApi.load("1.30.1")).isInstanceOf(Problem.class)
                .hasMessageContaining("1.30.1").hasMessageContaining("1.29");
        ProviderStatus cpu = new ProviderStatus(false, Explanation.NONE);
        OnnxEnvironment environment = OnnxEnvironment.get(1);
        try (OrtSession.SessionOptions options = environment.sessionOptions(cpu, 1);
             OrtSession session = environment.ort().createSession(
                     TinyPair.folder().resolve("small/decoder.onnx").toString(), options)) {
            assertThat(OnnxModel.boundOrNull(() -> BindingApi.load("1.30.1"), session, cpu)).isNull();
            try (BoundSession bound = OnnxModel.boundOrNull(environment::bindingApi, session, cpu)) {
                assertThat(bound).isNotNull();
            }
        }
    }
}
