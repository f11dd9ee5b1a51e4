package org.citestream.classify.train;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.classify.decide.Span;

/** Reads labelled citations, one JSON row a line. */
public final class LabelledFile {

    /** Published sets write NaN where a number is missing. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    /** What corpora write instead of, or around, the marker of the cited work. */
    private static final List<String> STAND_INS =
            List.of("@@CITATION@@", "#AUTHOR_TAG", "#CITATION_TAG", "< citation >", "<citation>");

    private static final List<List<String>> BRACKETS =
            List.of(List.of("<cite>", "</cite>"), List.of("<TREF>", "</TREF>"));

    /** Of the gold set's three degrees of sureness the lowest. */
    private static final int COIN_TOSS = 1;

    private LabelledFile() {}

    /**
     * All rows of a file in their order.
     *
     * @throws IllegalArgumentException naming file and line if one is not a row
     */
    public static List<LabelledRow> read(Path file) throws IOException {
        var rows = new ArrayList<LabelledRow>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                try {
                    rows.add(row(JSON.readTree(line)));
                } catch (IOException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + " line " + number + " is not a labelled row", e);
                }
            }
        }
        return rows;
    }

    static LabelledRow row(JsonNode node) {
        if (!node.path("text").isTextual()) {
            throw new IllegalArgumentException("text is missing");
        }
        String source = node.path("source").asText("");
        String text = node.path("text").textValue();
        return new LabelledRow(
                source,
                split(source, node),
                text,
                node.path("label").asText(""),
                Optional.ofNullable(node.path("stance").textValue()),
                intent(source, node),
                surroundings(node),
                cites(text, node.path("cite")),
                group(source, text, node),
                agreement(node),
                node.path("stratum").asText(""));
    }

    private static String split(String source, JsonNode node) {
        String told = node.path("split").asText("");
        return told.isEmpty() && source.equals("gold")
                ? GoldSplit.of(node.path("citing").asText(""))
                : told;
    }

    private static Optional<String> intent(String source, JsonNode node) {
        JsonNode told = node.path(source.equals("scicite") ? "label" : "intent");
        return Optional.ofNullable(told.textValue()).filter(Task.INTENT.classes()::contains);
    }

    private static SentenceContext surroundings(JsonNode node) {
        var headings = new ArrayList<String>();
        node.path(node.path("path").isArray() ? "path" : "headingPath")
                .forEach(heading -> headings.add(heading.asText()));
        if (headings.isEmpty()) {
            String heading = node.path("section").isTextual()
                    ? node.path("section").textValue()
                    : node.path("heading").asText("");
            Optional.of(heading).filter(known -> !known.isEmpty()).ifPresent(headings::add);
        }
        return new SentenceContext(
                node.path("before").asText(""),
                node.path("after").asText(""),
                headings,
                Optional.ofNullable(node.path("secType").textValue()),
                Optional.of(node.path("groupSize")).filter(JsonNode::isInt).map(JsonNode::intValue));
    }

    /** As annotators agreed, or as sure as the one reader was: a coin toss counts half. */
    private static double agreement(JsonNode node) {
        if (node.path("sure").isInt()) {
            return node.path("sure").intValue() == COIN_TOSS ? 0.5 : 1;
        }
        double told = node.path("conf").asDouble(1);
        return told > 0 && told <= 1 ? told : 1;
    }

    /** The marker by offsets, by its text, or by what stands for it. */
    public static List<Span> cites(String text, JsonNode cite) {
        if (cite.isArray()
                && cite.size() == 2
                && cite.path(0).isInt()
                && cite.path(1).isInt()) {
            int start = Math.max(0, cite.path(0).intValue());
            return List.of(new Span(start, Math.max(start, cite.path(1).intValue())));
        }
        if (cite.isTextual() && !cite.textValue().isEmpty()) {
            int at = text.indexOf(cite.textValue());
            if (at >= 0) {
                return List.of(new Span(at, at + cite.textValue().length()));
            }
        }
        return standIns(text);
    }

    private static List<Span> standIns(String text) {
        for (String word : STAND_INS) {
            int at = text.indexOf(word);
            if (at >= 0) {
                return List.of(new Span(at, at + word.length()));
            }
        }
        for (List<String> pair : BRACKETS) {
            int at = text.indexOf(pair.get(0));
            int end = at < 0 ? -1 : text.indexOf(pair.get(1), at);
            if (end > at) {
                return List.of(new Span(at, end + pair.get(1).length()));
            }
        }
        return List.of();
    }

    private static String group(String source, String text, JsonNode node) {
        if (node.path("citing").isTextual()) {
            return source + ":" + node.path("citing").textValue();
        }
        String id = node.path("id").asText("");
        int cut = source.equals("clinical") || source.equals("multicite")
                ? id.lastIndexOf('_')
                : source.equals("athar") || source.equals("abujbara") ? id.indexOf('>') : -1;
        String paper = cut > 0 ? id.substring(0, cut) : source.equals("disagreement") ? id : "";
        String sentence = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
        return source + ":" + (paper.isEmpty() ? sentence.substring(0, Math.min(80, sentence.length())) : paper);
    }
}
