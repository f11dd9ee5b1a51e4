package org.citestream.query.view;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/** A statement for a test: who says what of whom. Made by {@link #of} with what is usual, and changed part by part. */
public record Said(String citing, String cited, String text, int ordinal, Label label, Place place, Context context) {

    private static final Label USUAL_LABEL = new Label("mentioning", "mentioning", "background", 0.5f);
    private static final Place USUAL_PLACE = new Place("unknown", "body", "independent");

    /** What was decided of it; {@code machineType} stays what it was when people correct it. */
    public record Label(String type, String machineType, String intent, float confidence) {}

    /** Where in the article it stands, and how those who wrote the two works are related. */
    public record Place(String section, String position, String relationship) {}

    /** What stands around the sentence; markers are start, end, start, end … within it. */
    public record Context(String before, String after, List<String> headingPath, List<Integer> markers) {

        static final Context USUAL = new Context(
                "The sentence before.",
                "The sentence after.",
                List.of("Results", "Instinctive behaviours"),
                List.of(0, 3));
    }

    public static Said of(String citing, String cited, String text) {
        return new Said(citing, cited, text, 0, USUAL_LABEL, USUAL_PLACE, Context.USUAL);
    }

    public Said as(String itsType, double itsConfidence) {
        return with(new Label(itsType, itsType, intent(), (float) itsConfidence));
    }

    public Said corrected(String itsType) {
        return with(new Label(itsType, machineType(), intent(), confidence()));
    }

    public Said meant(String itsIntent) {
        return with(new Label(type(), machineType(), itsIntent, confidence()));
    }

    public Said in(String itsSection) {
        return with(new Place(itsSection, position(), relationship()));
    }

    public Said at(String itsPosition) {
        return with(new Place(section(), itsPosition, relationship()));
    }

    public Said related(String itsRelationship) {
        return with(new Place(section(), position(), itsRelationship));
    }

    public Said nth(int itsOrdinal) {
        return new Said(citing, cited, text, itsOrdinal, label, place, context);
    }

    public Said amid(Context itsContext) {
        return new Said(citing, cited, text, ordinal, label, place, itsContext);
    }

    private Said with(Label itsLabel) {
        return new Said(citing, cited, text, ordinal, itsLabel, place, context);
    }

    private Said with(Place itsPlace) {
        return new Said(citing, cited, text, ordinal, label, itsPlace, context);
    }

    public String type() {
        return label.type();
    }

    public String machineType() {
        return label.machineType();
    }

    public String intent() {
        return label.intent();
    }

    public float confidence() {
        return label.confidence();
    }

    public String section() {
        return place.section();
    }

    public String position() {
        return place.position();
    }

    public String relationship() {
        return place.relationship();
    }

    /** The values of the facets of reports, by their parameters, when this work says it. */
    public Map<String, List<String>> facets(Work by) {
        Map<String, List<String>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.OF_REPORTS) {
            facets.put(
                    facet.parameter(),
                    switch (facet) {
                        case SECTION -> List.of(section());
                        case TYPE -> List.of(type());
                        case INTENT -> List.of(intent());
                        case RELATIONSHIP -> List.of(relationship());
                        case POSITION -> List.of(position());
                        case YEAR -> List.of(known(by.year()));
                        case PUBLICATION_TYPE -> List.of(known(by.publicationType()));
                        case JOURNAL -> List.of(known(by.journal()));
                        case AUTHOR -> by.authors().isEmpty() ? List.of(Facet.NONE) : by.authors();
                        case NOTICE -> by.notices().isEmpty() ? List.of(Facet.NONE) : by.notices();
                        case LICENCE -> List.of(Facet.UNKNOWN);
                    });
        }
        return facets;
    }

    private static String known(Object value) {
        return value == null ? Facet.UNKNOWN : value.toString();
    }

    /** An id made of what is said, so that the same words by the same work are the same statement. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(
                (citing + "\n" + cited + "\n" + text + "\n" + ordinal).getBytes(StandardCharsets.UTF_8));
    }
}
