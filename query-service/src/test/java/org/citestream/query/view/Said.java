package org.citestream.query.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A statement for a test: who says what of whom. */
public record Said(
        String citing,
        String cited,
        String text,
        String type,
        String machineType,
        String section,
        String position,
        String relationship,
        String intent,
        float confidence,
        int ordinal,
        Context context) {

    /** What stands around the sentence; markers are start, end, start, end … within it. */
    public record Context(String before, String after, List<String> headingPath, List<Integer> markers) {

        static final Context USUAL = new Context(
                "The sentence before.",
                "The sentence after.",
                List.of("Results", "Instinctive behaviours"),
                List.of(0, 3));
    }

    public static Said of(String citing, String cited, String text) {
        return new Said(
                citing,
                cited,
                text,
                "mentioning",
                "mentioning",
                "unknown",
                "body",
                "independent",
                "background",
                0.5f,
                0,
                Context.USUAL);
    }

    public Said as(String itsType, double itsConfidence) {
        return new Said(
                citing,
                cited,
                text,
                itsType,
                itsType,
                section,
                position,
                relationship,
                intent,
                (float) itsConfidence,
                ordinal,
                context);
    }

    public Said corrected(String itsType) {
        return new Said(
                citing,
                cited,
                text,
                itsType,
                machineType,
                section,
                position,
                relationship,
                intent,
                confidence,
                ordinal,
                context);
    }

    public Said in(String itsSection) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                itsSection,
                position,
                relationship,
                intent,
                confidence,
                ordinal,
                context);
    }

    public Said at(String itsPosition) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                section,
                itsPosition,
                relationship,
                intent,
                confidence,
                ordinal,
                context);
    }

    public Said related(String itsRelationship) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                section,
                position,
                itsRelationship,
                intent,
                confidence,
                ordinal,
                context);
    }

    public Said meant(String itsIntent) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                section,
                position,
                relationship,
                itsIntent,
                confidence,
                ordinal,
                context);
    }

    public Said nth(int itsOrdinal) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                section,
                position,
                relationship,
                intent,
                confidence,
                itsOrdinal,
                context);
    }

    public Said amid(Context itsContext) {
        return new Said(
                citing,
                cited,
                text,
                type,
                machineType,
                section,
                position,
                relationship,
                intent,
                confidence,
                ordinal,
                itsContext);
    }

    /** An id made of what is said, so that the same words by the same work are the same statement. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(
                (citing + "\n" + cited + "\n" + text + "\n" + ordinal).getBytes(StandardCharsets.UTF_8));
    }
}
