package dev.biglittle.evaluate.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.json.Fields;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The trade-off curve of a report's {@code evaluation.json}, read back.
 *
 * @param metric such as "BLEU"
 * @param pair   name of the pair that was measured
 * @param texts  how many texts were measured
 */
public record MeasuredCurve(String metric, String pair, String provider, int texts, List<Point> points) {
    /** The report of one evaluation: in the folder that was made for it, and in that of a pair whose maker measured it. */
    private static final String FILE = "evaluation.json";

    /**
     * One setting.
     *
     * @param hasThresholds whether the three thresholds mean anything
     * @param score         0 to 100, in the curve's metric
     * @param speedUp       median time of the large model alone over the median time here
     * @param pareto        whether nothing measured beside it is both better and faster
     */
    public record Point(Setting.Series series, Mode mode, boolean hasThresholds, double fallback, double rollback,
                        int maxRun, double score, double speedUp, boolean pareto) {
        /** Median time over that of the large model alone. */
        public double latency() {
            return 1 / speedUp;
        }
    }

    /** The report in a pair's folder, if there is one. */
    public static Optional<Path> of(Path pair) {
        return Optional.of(pair.resolve(FILE)).filter(Files::isRegularFile);
    }

    /**
     * @param path a folder that {@code evaluate --report} made, or its {@code evaluation.json}
     * @throws Problem if there is none, or it is none
     */
    public static MeasuredCurve read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        try {
            return read(JsonParser.parseString(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw Problem.of("report.none", path, FILE).because(e);
        } catch (CharacterCodingException e) {
            throw wrong(file, Explanation.of("wrong.notUtf8"), e);
        } catch (IOException e) {
            throw Problem.of("report.unreadable", file, Reason.of(e)).because(e);
        } catch (JsonParseException e) {
            throw wrong(file, Explanation.of("wrong.notJson"), e);
        } catch (Fields.Wrong e) {
            throw wrong(file, e.what(), e);
        }
    }

    private static MeasuredCurve read(JsonElement root) {
        Fields fields = new Fields("", root);
        List<Point> points = fields.objects("points", MeasuredCurve::point);
        if (points.isEmpty()) {
            throw new Fields.Wrong("wrong.noPoints");
        }
        return new MeasuredCurve(fields.string("metric"), fields.string("pair"), fields.string("provider"),
                fields.smallCount("texts"), points);
    }

    private static Point point(Fields fields) {
        String label = fields.string("series");
        Setting.Series series = Arrays.stream(Setting.Series.values()).filter(s -> s.label().equals(label)).findFirst()
                .orElseThrow(() -> fields.wrong("wrong.series", label));
        String name = fields.string("mode");
        Mode mode = Arrays.stream(Mode.values()).filter(m -> m.label().equals(name)).findFirst()
                .orElseThrow(() -> fields.wrong("wrong.mode", name));
        boolean thresholds = series != Setting.Series.ALONE;
        double speedUp = fields.number("speedUp");
        if (!(speedUp > 0) || Double.isInfinite(speedUp)) {
            throw fields.wrong("wrong.speedUp", speedUp);
        }
        return new Point(series, mode, thresholds, thresholds ? fields.number("fallback") : 0,
                thresholds ? fields.number("rollback") : 0, thresholds ? maxRun(fields) : 0,
                fields.number("score"), speedUp, fields.bool("pareto"));
    }

    private static int maxRun(Fields fields) {
        return fields.isTrue("adaptiveRun") ? Policy.ADAPTIVE_RUN
                : fields.isTrue("confidentRun") ? Policy.CONFIDENT_RUN : fields.smallCount("maxRun");
    }

    private static Problem wrong(Path file, Explanation what, Exception cause) {
        return Problem.of("report.wrong", file, what).because(cause);
    }
}
