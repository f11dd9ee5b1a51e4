package org.citestream.query.dialect.scite;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.citestream.query.publication.Slug;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Codes;

/**
 * One citation statement as scite's clients read it: {@code source} cites {@code target}, both DOIs.
 *
 * @param negative score of contrasting
 * @param positive score of supporting
 * @param neutral score of mentioning
 * @param section never unknown here: such a statement counts as {@code other}, as in the tallies by section
 * @param expertClassification the label that a person gave it, where that differs from the model's
 * @param typeConfidence the model's calibrated confidence
 */
record SciteCitation(
        long id,
        String source,
        String target,
        Float negative,
        Float positive,
        Float neutral,
        String section,
        String expertClassification,
        String type,
        float typeConfidence,
        String refLocation,
        List<SelfCite> selfCites) {

    /** The columns of the statement {@code s} that {@link #of} reads. */
    static final String COLUMNS =
            "s.id, s.scores, s.section, s.type, s.machine_type, s.confidence, s.reference_key," + " s.shared_authors";

    static SciteCitation of(ResultSet row, String source, String target) throws SQLException {
        Float[] scores = (Float[]) row.getArray("scores").getArray();
        boolean scored = scores.length == 3;
        String type = CitationWords.type(row.getInt("type"));
        Array shared = row.getArray("shared_authors");
        return new SciteCitation(
                Slug.number(row.getObject("id", UUID.class)),
                source,
                target,
                scored ? scores[2] : null,
                scored ? scores[0] : null,
                scored ? scores[1] : null,
                CitationWords.section(row.getInt("section")),
                row.getInt("type") == row.getInt("machine_type") ? null : type,
                type,
                row.getFloat("confidence"),
                row.getString("reference_key"),
                shared == null ? List.of() : SelfCite.of(List.of((String[]) shared.getArray())));
    }

    /** The same without scores, as in answers about what a work cites. */
    SciteCitation withoutScores() {
        return new SciteCitation(
                id,
                source,
                target,
                null,
                null,
                null,
                section,
                expertClassification,
                type,
                typeConfidence,
                refLocation,
                selfCites);
    }

    /** The words of scite's API. */
    static final class CitationWords {

        private CitationWords() {}

        /**
         * {@code contradicting} is scite's word for contrasting; it has none for statements that are not sentences.
         */
        static String type(int code) {
            return switch (CitationType.ofCode(code)) {
                case CONTRASTING -> "contradicting";
                case NOT_A_SENTENCE -> CitationType.UNCLASSIFIED.wireName();
                case SUPPORTING, MENTIONING, UNCLASSIFIED -> Codes.TYPE.name(code);
            };
        }

        static String section(int code) {
            String known = Codes.SECTION.knownName(code);
            return known == null ? "other" : known;
        }
    }
}
