package org.citestream.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.train.EncoderSplit;
import org.citestream.classify.train.LabelledFile;
import org.citestream.classify.train.LabelledRow;
import org.citestream.classify.train.ResultStance;

/**
 * Reads labelled citations (JSON lines) and says what each data set teaches. The rules, and why:
 *
 * <ul>
 *   <li><b>gold</b> is the definition, read in context: a coin toss counts half.
 *   <li><b>clinical</b> is closest to the definition.
 *   <li><b>scicite</b>: a <em>result</em> citation compares own findings, so it supports or contrasts, by our own
 *       reading where there is one; background and method are mentions. The intent counts the more, the more its
 *       annotators agreed.
 *   <li><b>disagreement</b>: with own evidence in the sentence it contrasts; without, it reports others' quarrels and
 *       only teaches "not supporting"; coded "none" it does not contrast.
 *   <li>the others are left out: sentiment, purpose and likeness of methods are not evidence.
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
    /** Of sentences on others' quarrels one in three is read: they teach little and would outnumber the clinical set. */
    private static final int OTHERS_QUARRELS_SHARE = 3;

    private static final float WEAK = 0.5f;

    private static final ResultStance RESULTS = new ResultStance();

    private LabelledCitations() {}

    /** Every row that teaches something, in the order of the file. */
    public static List<Example> read(Path file) throws IOException {
        return LabelledFile.read(file).stream()
                .map(LabelledCitations::example)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Example> example(LabelledRow row) {
        String text = row.text();
        return switch (row.source()) {
            case Example.GOLD, "clinical" ->
                Optional.of(example(row, Set.of(TYPES.get(row.stance().orElseThrow())), (float) row.agreement()));
            case "scicite" ->
                Optional.of(example(row, row.label().equals("result") ? result(text) : Set.of(MENTIONING), WEAK));
            case "disagreement" -> disagreement(row.label(), text).map(types -> example(row, types, WEAK));
            default -> Optional.empty();
        };
    }

    private static Example example(LabelledRow row, Set<Integer> stance, float weight) {
        return new Example(
                EncoderInput.of(row.statement()),
                row.source(),
                row.stratum(),
                row.paper(),
                stance,
                weight,
                row.intent().map(INTENTS::get).map(Set::of).orElse(Set.of()),
                Example.INTENT_BESIDE_TYPE * (float) row.agreement(),
                EncoderSplit.development(row));
    }

    /** Read as mixed, unclear or a mention: it may be either. */
    private static Set<Integer> result(String text) {
        return RESULTS.of(text)
                .map(TYPES::get)
                .filter(type -> type != MENTIONING)
                .map(Set::of)
                .orElse(Set.of(SUPPORTING, CONTRASTING));
    }

    private static Optional<Set<Integer>> disagreement(String label, String text) {
        return switch (label) {
            case "disagreement" -> {
                if (OWN_EVIDENCE.matcher(text).find()) {
                    yield Optional.of(Set.of(CONTRASTING));
                }
                yield EncoderSplit.part(text, OTHERS_QUARRELS_SHARE) == 0
                        ? Optional.of(Set.of(MENTIONING, CONTRASTING))
                        : Optional.empty();
            }
            case "none" -> Optional.of(Set.of(SUPPORTING, MENTIONING));
            default -> Optional.empty();
        };
    }
}
