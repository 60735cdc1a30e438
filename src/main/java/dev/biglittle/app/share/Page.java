package dev.biglittle.app.share;

import com.google.gson.Gson;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.look.Palette;
import dev.biglittle.app.marked.TokenAt;
import dev.biglittle.app.marked.TokenWords;
import dev.biglittle.app.timeline.Span;
import dev.biglittle.app.timeline.SpanWords;
import dev.biglittle.app.timeline.Timeline;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Statistics;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A translation as a page that needs nothing else: marked text with cards, legend, timeline; light and dark. */
final class Page {
    /** What the page's script knows of a token. */
    private record Card(String name, String origin, String label, String meaning, List<String> facts,
                        List<Choice> small, List<Choice> large) {
    }

    private record Choice(String text, double probability, String percent) {
    }

    private final Recording recording;
    private final Transcript transcript = new Transcript();
    private final Timeline timeline = new Timeline();
    /** Index among all tokens, by place. */
    private final Map<TokenAt, Integer> indices = new HashMap<>();

    Page(Recording recording) {
        this.recording = recording;
        recording.events().forEach(event -> {
            transcript.accept(event);
            timeline.accept(event);
        });
        int position = 0;
        List<TokenRun> tokens = transcript.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            position = i > 0 && tokens.get(i - 1).sentence() == tokens.get(i).sentence() ? position + 1 : 0;
            indices.put(new TokenAt(tokens.get(i).sentence(), position), i);
        }
    }

    String html() {
        Statistics counted = recording.statistics();
        Map<String, String> parts = new HashMap<>();
        parts.put("language", Messages.language().getLanguage());
        parts.put("title", escape(Messages.text("page.title")));
        parts.put("light", colours(Palette.LIGHT));
        parts.put("dark", colours(Palette.DARK));
        parts.put("sourceTitle", escape(Messages.title("source.title", recording.madeWith().sourceLanguage())));
        parts.put("targetTitle", escape(Messages.title("target.title", recording.madeWith().targetLanguage())));
        parts.put("sourceLanguage", escape(recording.madeWith().sourceLanguage()));
        parts.put("targetLanguage", escape(recording.madeWith().targetLanguage()));
        parts.put("source", escape(recording.source()));
        parts.put("text", text());
        parts.put("legend", legend());
        parts.put("timelineTitle", escape(Messages.text("timeline.title")));
        parts.put("zoom", escape(Messages.text("page.zoom")));
        parts.put("small", escape(Messages.text("timeline.small")));
        parts.put("large", escape(Messages.text("timeline.large")));
        parts.put("smallSpans", spans(false));
        parts.put("largeSpans", spans(true));
        parts.put("ticks", ticks());
        parts.put("hint", escape(Messages.text("page.hint")));
        parts.put("facts", escape(Messages.text("page.facts", recording.madeWith().pair(),
                Messages.text("mode." + recording.settings().mode().label()),
                Numbers.twoDecimals(recording.settings().fallback()),
                Numbers.rollback(recording.settings().rollback()), Numbers.maxRun(recording.settings().maxRun()), recording.madeWith().provider(),
                Numbers.duration(counted.totalNanos()), Numbers.count(counted.smallSteps()),
                Numbers.count(counted.largePasses()), Numbers.count(counted.rollbacks()))));
        parts.put("smallTop", new Gson().toJson(Messages.text("token.smallTop")));
        parts.put("largeTop", new Gson().toJson(Messages.text("token.largeTop")));
        parts.put("cards", new Gson().toJson(transcript.tokens().stream().map(Page::card).toList()));
        return filled(parts);
    }

    private static String colours(Palette palette) {
        StringBuilder css = new StringBuilder();
        css.append("--paper:").append(css(palette.paper())).append(";--ink:").append(css(palette.ink()))
                .append(";--ghost:").append(css(palette.ghost())).append(';');
        for (Origin origin : Origin.values()) {
            css.append("--").append(origin.label()).append(':').append(css(palette.of(origin).tint())).append(";--")
                    .append(origin.label()).append("-line:").append(css(palette.of(origin).line())).append(';');
        }
        return css.toString();
    }

    private static String css(javafx.scene.paint.Color colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255));
    }

    private String text() {
        StringBuilder html = new StringBuilder();
        List<TokenRun> tokens = transcript.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            TokenRun token = tokens.get(i);
            html.append(escape(token.text().substring(0, token.copied())));
            if (!token.replaced().isBlank()) {
                html.append("<del>").append(escape(token.replaced())).append("</del>");
            }
            String written = token.written();
            String visible = written.strip();
            int start = written.length() - written.stripLeading().length();
            html.append(escape(written.substring(0, start)));
            if (!visible.isEmpty()) {
                html.append("<span class=\"t ").append(token.origin().label()).append("\" tabindex=\"0\" data-t=\"")
                        .append(i).append("\" aria-label=\"").append(escape(TokenWords.spoken(token))).append("\">")
                        .append(escape(visible)).append("</span>");
                html.append(escape(written.substring(start + visible.length())));
            }
        }
        return html.append(escape(transcript.after().stripTrailing())).toString();
    }

    private String legend() {
        StringBuilder html = new StringBuilder();
        List<TokenRun> words = transcript.tokens().stream().filter(token -> !token.isEndOfText()).toList();
        for (Origin origin : Origin.values()) {
            int count = (int) words.stream().filter(token -> token.origin() == origin).count();
            html.append("<li title=\"").append(escape(TokenWords.originMeaning(origin))).append("\"><span class=\"t ")
                    .append(origin.label()).append("\">").append(escape(TokenWords.origin(origin)))
                    .append("</span> <b>").append(Numbers.count(count)).append("</b> <small>")
                    .append(count == 0 ? "" : Numbers.share(count, words.size())).append("</small></li>");
        }
        return html.append("<li title=\"").append(escape(Messages.text("legend.rolledBack.meaning"))).append("\"><del>")
                .append(escape(Messages.text("legend.rolledBack"))).append("</del> <b>")
                .append(Numbers.count(recording.statistics().rolledBackTokens())).append("</b></li>").toString();
    }

    private String spans(boolean large) {
        double total = total();
        StringBuilder html = new StringBuilder();
        List<Span> spans = timeline.spans();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.kind().large() == large) {
                String tokens = String.join(",", span.tokens().map(indices::get).filter(t -> t != null)
                        .map(String::valueOf).toList());
                String look = span.gone() || span.kind() == Span.Kind.DOUBT ? " gone" : "";
                html.append(String.format(Locale.ROOT, "<i class=\"s %s%s\" style=\"left:%.4f%%;width:%.4f%%\" tabindex=\"0\""
                        + " data-t=\"%s\" title=\"%s\" aria-label=\"%s\">%d</i>", span.kind().origin().map(Origin::label)
                        .orElse("neutral"), look, 100 * span.start() / total, 100 * span.nanos() / total, tokens,
                        escape(SpanWords.sentence(span)), escape(SpanWords.sentence(span)), span.read()));
            }
        }
        return html.toString();
    }

    private String ticks() {
        double total = total();
        StringBuilder html = new StringBuilder();
        double step = total / 10;
        for (int i = 0; i < 10; i++) {
            html.append(String.format(Locale.ROOT, "<span style=\"left:%d%%\">%s</span>", 10 * i,
                    escape(SpanWords.millis(i * step))));
        }
        return html.toString();
    }

    private double total() {
        return Math.max(1, Math.max(recording.statistics().totalNanos(), timeline.end()));
    }

    private static Card card(TokenRun token) {
        return new Card(TokenWords.name(token.written()), token.origin().label(), TokenWords.origin(token.origin()),
                TokenWords.originMeaning(token.origin()), TokenWords.facts(token), choices(token.smallTop()),
                choices(token.largeTop()));
    }

    private static List<Choice> choices(List<TokenRun.Candidate> candidates) {
        List<Choice> choices = new ArrayList<>();
        candidates.forEach(c -> choices.add(new Choice(TokenWords.name(c.text()), c.probability(),
                Numbers.percent(c.probability()))));
        return choices;
    }

    /** The template with its parts in place; parts may hold what looks like a place, so each place is filled once. */
    private static String filled(Map<String, String> parts) {
        StringBuilder html = new StringBuilder();
        String[] pieces = template().split("@@");
        for (int i = 0; i < pieces.length; i++) {
            html.append(i % 2 == 0 ? pieces[i] : parts.get(pieces[i]));
        }
        return html.toString();
    }

    private static String template() {
        try (InputStream in = Page.class.getResourceAsStream("page.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own jar cannot be read", e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
