package org.citestream.cli.gold;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a label file: what a citation does, without its sentence.
 *
 * @param id of the statement, a content hash
 * @param citing id of the citing work, e.g. {@code doi:10.1371/journal.pone.0113862}
 * @param pmcid of the citing work
 * @param key of the reference in the citing article; absent if unknown
 * @param start of the target's first marker in the sentence, in UTF-16 units
 * @param end of it, exclusive
 * @param sentence {@link SentenceHash} of the citing sentence
 * @param type supporting, mentioning or contrasting
 * @param intent background, method or result
 * @param sure 3 clear, 2 likely, 1 a coin toss between two
 * @param second type by a second, blind reading
 * @param stratum how the statement was chosen
 * @param split train or dev
 * @param licence of the citing article
 */
public record GoldLabel(
        String id,
        String citing,
        Optional<String> pmcid,
        Optional<String> key,
        int start,
        int end,
        String sentence,
        String type,
        Optional<String> intent,
        Optional<Integer> sure,
        Optional<String> second,
        String stratum,
        String split,
        Optional<String> licence) {

    /** First line of a label file. */
    static final String HEADER = String.join(
            "\t",
            "id",
            "citing",
            "pmcid",
            "key",
            "cite",
            "sentence",
            "type",
            "intent",
            "sure",
            "second",
            "stratum",
            "split",
            "licence");

    private static final int CELLS = 13;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CITE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Set<String> TYPES = Set.of("supporting", "mentioning", "contrasting");
    private static final Set<String> INTENTS = Set.of("background", "method", "result");

    public GoldLabel {
        requireNonNull(stratum, "stratum");
        requireNonNull(split, "split");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is not a statement id");
        }
        if (citing.isBlank()) {
            throw new IllegalArgumentException("the citing work is missing");
        }
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("cite " + start + "-" + end + " must not run backwards");
        }
        if (sentence.length() != SentenceHash.HEX_DIGITS) {
            throw new IllegalArgumentException("sentence must have " + SentenceHash.HEX_DIGITS + " hex digits");
        }
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("type '" + type + "' is not one of " + TYPES);
        }
        if (intent.isPresent() && !INTENTS.contains(intent.get())) {
            throw new IllegalArgumentException("intent '" + intent.get() + "' is not one of " + INTENTS);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static GoldLabel parse(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != CELLS) {
            throw new IllegalArgumentException("expected " + CELLS + " cells, got " + cells.size());
        }
        Matcher cite = CITE.matcher(cells.get(4));
        if (!cite.matches()) {
            throw new IllegalArgumentException("cite must be START-END, was '" + cells.get(4) + "'");
        }
        return new GoldLabel(
                cells.get(0),
                cells.get(1),
                known(cells.get(2)),
                known(cells.get(3)),
                Integer.parseInt(cite.group(1)),
                Integer.parseInt(cite.group(2)),
                cells.get(5),
                cells.get(6),
                known(cells.get(7)),
                known(cells.get(8)).map(Integer::valueOf),
                known(cells.get(9)),
                cells.get(10),
                cells.get(11),
                known(cells.get(12)));
    }

    /** What {@link #parse} reads. */
    String line() {
        return String.join(
                "\t",
                id,
                citing,
                pmcid.orElse(""),
                key.orElse(""),
                start + "-" + end,
                sentence,
                type,
                intent.orElse(""),
                sure.map(String::valueOf).orElse(""),
                second.orElse(""),
                stratum,
                split,
                licence.orElse(""));
    }

    private static Optional<String> known(String cell) {
        return Optional.of(cell).filter(value -> !value.isEmpty());
    }
}
