package org.citestream.query.ops.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * What a candidate model would change.
 *
 * @param candidate name, version and checksum of the candidate; absent until its first label was read
 * @param live the models behind the labels that count now, with how many statements each
 * @param statements in the index
 * @param compared statements that both have labelled; the rest the candidate has not come to yet
 * @param changed statements to which it gives another label
 * @param changes how many statements go from one label to another
 * @param sections per section and label, before and after
 * @param corrections how the two fare on what people corrected
 * @param moved statements that change, the most confident first
 * @param tallies works whose tally would move, corrections in force, the most moved first
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

    /** One model that labels count by. */
    public record LiveModel(String name, String version, String checksum, long statements) {}

    /** Statements that go from one label to another; the same for those that stay. */
    public record LabelTransition(String from, String to, long statements) {}

    /** Statements with a label in a section (null: in all), by the live model and by the candidate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangedShare(String section, String type, long before, long after) {}

    /** Accepted corrections, and how many of them each model says too. */
    public record CorrectionAgreement(long statements, long live, long candidate) {}

    /** One statement whose label changes; {@code corrected}: a person's label counts, so nothing public moves. */
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
