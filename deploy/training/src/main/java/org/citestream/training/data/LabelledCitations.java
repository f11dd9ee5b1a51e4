package org.citestream.training.data;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.train.ResultStance;

/**
 * Reads labelled citations (JSON lines) and says what each data set teaches. The rules, and why:
 *
 * <ul>
 *   <li><b>clinical</b> is closest to the definition and counts double.
 *   <li><b>scicite</b>: a <em>result</em> citation compares own findings, so it supports or contrasts, by our own
 *       reading where there is one; background and method are mentions. The intent counts as much as its annotators
 *       agreed, 1 where that is not told.
 *   <li><b>disagreement</b>: with own evidence in the sentence it contrasts; without, it reports others' quarrels and
 *       only teaches "not supporting"; coded "none" it does not contrast.
 *   <li><b>sdcf</b>: corroboration supports, contrast contrasts; other functions are left out (lower-cased lemmas).
 * </ul>
 */
public final class LabelledCitations {

    private static final int SUPPORTING = 0;
    private static final int MENTIONING = 1;
    private static final int CONTRASTING = 2;
    private static final Map<String, Integer> TYPES =
            Map.of("supporting", SUPPORTING, "mentioning", MENTIONING, "contrasting", CONTRASTING);
    private static final Map<String, Integer> INTENTS = Map.of("background", 0, "method", 1, "result", 2);
    private static final Pattern OWN_EVIDENCE = Pattern.compile(
            "\\b(we|our|ours|us|(this|the present|present|current|the current) (study|work|results?|findings?|analysis|data)"
                    + "|these (results|findings|data)|this (finding|result))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STAND_IN = Pattern.compile("< ?citation ?>");
    private static final int DEVELOPMENT_SHARE = 5;
    /** Of sentences on others' quarrels one in three is read: they teach little and would outnumber the clinical set. */
    private static final int OTHERS_QUARRELS_SHARE = 3;
    /** A brief course reads every other row of SciCite and one in three that does not contrast. */
    private static final int SCICITE_BRIEFLY = 2;

    private static final int NO_CONTRASTS_BRIEFLY = 3;

    private static final ResultStance RESULTS = new ResultStance();

    private LabelledCitations() {}

    /** Every row that teaches something, in the order of the file. */
    public static List<Example> read(Path file) throws IOException {
        // Python writes NaN where a number is missing.
        ObjectMapper json = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        List<Example> examples = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    example(json.readTree(line)).ifPresent(examples::add);
                }
            }
        }
        return examples;
    }

    private static Optional<Example> example(JsonNode row) {
        String text = row.path("text").asText();
        String label = row.path("label").asText();
        return switch (row.path("source").asText()) {
            case "clinical" -> {
                String paper = row.path("id").asText().replaceFirst("_.*", "");
                yield Optional.of(new Example(
                        input(row, text),
                        "clinical",
                        paper,
                        Set.of(TYPES.get(row.path("stance").asText())),
                        2,
                        Set.of(),
                        1,
                        true,
                        heldOut(paper)));
            }
            case "scicite" ->
                Optional.of(new Example(
                        input(row, text),
                        "scicite",
                        text,
                        label.equals("result") ? result(text) : Set.of(MENTIONING),
                        0.5f,
                        Set.of(INTENTS.get(label)),
                        agreement(row),
                        oneIn(SCICITE_BRIEFLY, text),
                        row.path("split").asText().equals("dev")));
            case "disagreement" -> {
                String paper = row.path("id").asText();
                yield disagreement(label, text)
                        .map(types -> new Example(
                                input(row, text),
                                "disagreement",
                                paper,
                                types,
                                0.5f,
                                Set.of(),
                                1,
                                types.size() == 1 || (types.contains(SUPPORTING) && oneIn(NO_CONTRASTS_BRIEFLY, text)),
                                heldOut(paper)));
            }
            case "sdcf" ->
                sdcf(label)
                        .map(type -> new Example(
                                standIn(text),
                                "sdcf",
                                text,
                                Set.of(type),
                                0.5f,
                                Set.of(),
                                1,
                                false,
                                row.path("split").asText().equals("dev")));
            default -> Optional.empty();
        };
    }

    /** Read as mixed, unclear or a mention: it may be either. */
    private static Set<Integer> result(String text) {
        return RESULTS.of(text)
                .map(TYPES::get)
                .filter(type -> type != MENTIONING)
                .map(Set::of)
                .orElse(Set.of(SUPPORTING, CONTRASTING));
    }

    private static float agreement(JsonNode row) {
        double told = row.path("conf").asDouble(1);
        return told > 0 ? (float) told : 1;
    }

    private static Optional<Set<Integer>> disagreement(String label, String text) {
        return switch (label) {
            case "disagreement" -> {
                if (OWN_EVIDENCE.matcher(text).find()) {
                    yield Optional.of(Set.of(CONTRASTING));
                }
                yield oneIn(OTHERS_QUARRELS_SHARE, text)
                        ? Optional.of(Set.of(MENTIONING, CONTRASTING))
                        : Optional.empty();
            }
            case "none" -> Optional.of(Set.of(SUPPORTING, MENTIONING));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> sdcf(String label) {
        return switch (label) {
            case "citing_paper_corroboration" -> Optional.of(SUPPORTING);
            case "contrast" -> Optional.of(CONTRASTING);
            default -> Optional.empty();
        };
    }

    private static boolean oneIn(int share, String text) {
        return Math.floorMod(text.hashCode(), share) == 0;
    }

    /** Splits by paper: no sentence of a paper may be on both sides. */
    private static boolean heldOut(String paper) {
        return oneIn(DEVELOPMENT_SHARE, paper);
    }

    private static EncoderInput input(JsonNode row, String text) {
        return new EncoderInput(row.path("section").asText(""), text, cite(row.path("cite"), text));
    }

    private static List<Span> cite(JsonNode cite, String text) {
        if (cite.isArray() && cite.size() == 2) {
            int start = cite.get(0).asInt();
            int end = Math.min(cite.get(1).asInt(), text.length());
            return start >= 0 && end > start ? List.of(new Span(start, end)) : List.of();
        }
        int at = cite.isTextual() && !cite.asText().isEmpty() ? text.indexOf(cite.asText()) : -1;
        return at < 0 ? List.of() : List.of(new Span(at, at + cite.asText().length()));
    }

    private static EncoderInput standIn(String text) {
        Matcher found = STAND_IN.matcher(text);
        List<Span> spans = new ArrayList<>();
        while (found.find()) {
            spans.add(new Span(found.start(), found.end()));
        }
        return new EncoderInput("", text, spans);
    }
}
