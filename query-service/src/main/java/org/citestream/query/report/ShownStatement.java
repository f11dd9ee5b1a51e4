package org.citestream.query.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A citation statement: one sentence in which one publication cites another, with a model's label. Fields that reveal
 * the label (type, scores, confidence, evidence) are absent in a blind report.
 *
 * @param citing CURIE of the citing publication
 * @param cited CURIE of the cited publication
 * @param citedAs the id by which the citing article names it, if different
 * @param before the sentence before, in the same paragraph
 * @param after the sentence after, in the same paragraph
 * @param markers where this reference is marked in text: [start, end] in UTF-16 units
 * @param highlights where the search words occur; absent without search words
 * @param mentions how often the sentence marks this reference
 * @param groupSize number of publications in the marker group: [3-7] has 5
 * @param section introduction, methods, results, discussion or other; absent if unknown
 * @param headingPath the raw headings, outermost first
 * @param type the label in force: a person's correction, else the model's
 * @param machineType the model's label
 * @param proposed a label that people proposed and that is not in force yet, if any
 * @param confidence calibrated probability of the model's most probable class, 0 to 1
 * @param threshold below this confidence the model abstains
 * @param evidence the factors in the decision: {in, span, feature, weight, toward}
 * @param citedNotices editorial notices on the cited publication, each relative to this statement; absent if none
 */
public record ShownStatement(
        UUID id,
        String citing,
        String cited,
        String citedAs,
        String referenceKey,
        String text,
        String before,
        String after,
        List<int[]> markers,
        Highlights highlights,
        int mentions,
        int groupSize,
        boolean impliedByRange,
        boolean truncated,
        String position,
        String section,
        List<String> headingPath,
        String language,
        ShownRelationship relationship,
        String type,
        String machineType,
        String proposed,
        Float confidence,
        Float threshold,
        ShownScores scores,
        String intent,
        Float intentConfidence,
        JsonNode evidence,
        String failure,
        ShownModel model,
        String classifiedAt,
        long revision,
        String extractor,
        List<CitedNotice> citedNotices) {

    /** The ids of the publications on both sides of statements, each once. */
    public static Set<String> works(Collection<ShownStatement> statements) {
        return statements.stream()
                .flatMap(statement -> Stream.of(statement.citing(), statement.cited()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether citing and cited publication share authors, and which. */
    @Schema(name = "Relationship")
    public record ShownRelationship(String kind, List<String> shared) {}

    /** Calibrated probabilities that sum to 1. */
    @Schema(name = "Scores")
    public record ShownScores(float supporting, float mentioning, float contrasting) {}

    /** The model that decided. */
    @Schema(name = "Model")
    public record ShownModel(String name, String version, String checksum, String encoder) {}

    /** The notices that tell readers not to rely on the cited publication. */
    @JsonIgnore
    public List<CitedNotice> warnings() {
        return citedNotices == null
                ? List.of()
                : citedNotices.stream().filter(CitedNotice::warns).toList();
    }

    /** The nearest raw heading, or null. */
    public String heading() {
        return headingPath.isEmpty() ? null : headingPath.get(headingPath.size() - 1);
    }
}
