package org.citestream.query.ops.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * What a candidate model would change.
 *
 * @param candidate name, version and checksum of the candidate; absent until its first label was read
 * @param live the models behind the labels in force, with the number of statements of each
 * @param statements number of statements in the index
 * @param compared number of statements that both have labelled; the candidate has not reached the rest yet
 * @param changed number of statements to which it gives another label
 * @param changes how many statements go from one label to another
 * @param sections per section and label, before and after
 * @param corrections how both models do on statements that people corrected
 * @param moved statements whose label changes, the most confident first
 * @param tallies works whose tally would change, with corrections applied, the largest changes first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CandidateDiff(
        JsonNode candidate,
        List<LiveModel> live,
        long statements,
        long compared,
        long changed,
        List<LabelTransition> changes,
        List<ChangedShare> types,
        List<ChangedShare> sections,
        CorrectionAgreement corrections,
        List<ChangedStatement> moved,
        List<MovedTally> tallies) {

    /** A model whose labels are in force. */
    public record LiveModel(String name, String version, String checksum, long statements) {}

    /** Statements that go from one label to another, or keep their label. */
    public record LabelTransition(String from, String to, long statements) {}

    /** Statements with a label in a section (null: in all), by the live model and by the candidate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedShare(String section, String type, long before, long after) {}

    /** Accepted corrections, and how many of them each model agrees with. */
    public record CorrectionAgreement(long statements, long live, long candidate) {}

    /**
     * One statement whose label changes; {@code corrected}: a person's label is in force, so nothing public changes.
     */
    public record ChangedStatement(
            UUID statement,
            String citing,
            String cited,
            String text,
            String section,
            String from,
            String to,
            float confidenceBefore,
            float confidence,
            boolean corrected) {}

    /** A cited work's tally before and after. */
    public record MovedTally(String cited, String title, LabelCounts before, LabelCounts after) {}

    /** Statements by label. */
    public record LabelCounts(
            long supporting, long mentioning, long contrasting, long unclassified, long notASentence) {}
}
