package org.citestream.query.project.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Intent;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Section;

/**
 * One citation statement with the classifier's decision.
 *
 * @param markers pairs of start and end in UTF-16 code units of {@code text}
 * @param type {@link CitationType#NOT_A_SENTENCE} for a statement without words, which the event expresses by its
 *     failure
 * @param evidence array of the factors in the decision, stored as received
 */
public record StatementClassified(
        UUID id,
        String citing,
        long revision,
        String referenceKey,
        String cited,
        String text,
        String before,
        String after,
        List<List<Integer>> markers,
        int mentions,
        int groupSize,
        boolean impliedByRange,
        Position position,
        List<String> headingPath,
        String secType,
        int ordinal,
        boolean truncated,
        String language,
        StatedRelationship relationship,
        String extractor,
        CitationType type,
        Scores scores,
        float confidence,
        float threshold,
        Intent intent,
        IntentScores intentScores,
        Float intentConfidence,
        Section section,
        JsonNode evidence,
        ModelNamed model,
        String failure,
        Instant classifiedAt)
        implements ArticleFact {

    public StatementClassified {
        Require.present("id", id);
        Require.publicationId("citing", citing);
        Require.publicationId("cited", cited);
        Require.atLeast("revision", 1, revision);
        Require.present("referenceKey", referenceKey);
        Require.present("text", text);
        Require.atLeast("mentions", 1, mentions);
        Require.atLeast("groupSize", 1, groupSize);
        type = Require.present("type", type).with(failure);
        Require.present("scores", scores);
        Require.present("model", model);
        Require.present("extractor", extractor);
        Require.present("classifiedAt", classifiedAt);
        markers = List.copyOf(Require.present("markers", markers));
        if (markers.stream().anyMatch(span -> span.size() != 2)) {
            throw new IllegalArgumentException("every one of markers must be [start, end]");
        }
        headingPath = List.copyOf(Require.present("headingPath", headingPath));
        position = position == null ? Position.UNKNOWN : position;
        section = section == null ? Section.UNKNOWN : section;
        intent = intent == null ? Intent.UNKNOWN : intent;
        relationship = relationship == null ? StatedRelationship.UNKNOWN : relationship;
    }

    /** Calibrated scores of the classes. */
    public record Scores(float supporting, float mentioning, float contrasting) {}

    /** Calibrated scores of the intents. */
    public record IntentScores(float background, float method, float result) {}

    /** The model that decided. */
    public record ModelNamed(String name, String version, String checksum, String encoder) {

        public ModelNamed {
            Require.present("model.name", name);
            Require.present("model.version", version);
            Require.present("model.checksum", checksum);
            encoder = encoder == null ? "" : encoder;
        }
    }
}
