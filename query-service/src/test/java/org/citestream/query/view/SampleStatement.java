package org.citestream.query.view;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/** A statement for a test: who says what of whom. Made by {@link #of} with what is usual, and changed part by part. */
public record SampleStatement(
        String citing,
        String cited,
        String text,
        int ordinal,
        SampleLabel label,
        SamplePlace place,
        SampleContext context) {

    private static final SampleLabel USUAL_LABEL = new SampleLabel("mentioning", "mentioning", "background", 0.5f);
    private static final SamplePlace USUAL_PLACE = new SamplePlace("unknown", "body", "independent");

    /** What was decided of it; {@code machineType} stays what it was when people correct it. */
    public record SampleLabel(String type, String machineType, String intent, float confidence) {}

    /** Where in the article it stands, and how those who wrote the two works are related. */
    public record SamplePlace(String section, String position, String relationship) {}

    /** What stands around the sentence; markers are start, end, start, end … within it. */
    public record SampleContext(String before, String after, List<String> headingPath, List<Integer> markers) {

        static final SampleContext USUAL = new SampleContext(
                "The sentence before.",
                "The sentence after.",
                List.of("Results", "Instinctive behaviours"),
                List.of(0, 3));
    }

    public static SampleStatement of(String citing, String cited, String text) {
        return new SampleStatement(citing, cited, text, 0, USUAL_LABEL, USUAL_PLACE, SampleContext.USUAL);
    }

    public SampleStatement as(String itsType, double itsConfidence) {
        return with(new SampleLabel(itsType, itsType, intent(), (float) itsConfidence));
    }

    public SampleStatement corrected(String itsType) {
        return with(new SampleLabel(itsType, machineType(), intent(), confidence()));
    }

    public SampleStatement meant(String itsIntent) {
        return with(new SampleLabel(type(), machineType(), itsIntent, confidence()));
    }

    public SampleStatement in(String itsSection) {
        return with(new SamplePlace(itsSection, position(), relationship()));
    }

    public SampleStatement at(String itsPosition) {
        return with(new SamplePlace(section(), itsPosition, relationship()));
    }

    public SampleStatement related(String itsRelationship) {
        return with(new SamplePlace(section(), position(), itsRelationship));
    }

    public SampleStatement nth(int itsOrdinal) {
        return new SampleStatement(citing, cited, text, itsOrdinal, label, place, context);
    }

    public SampleStatement amid(SampleContext itsContext) {
        return new SampleStatement(citing, cited, text, ordinal, label, place, itsContext);
    }

    private SampleStatement with(SampleLabel itsLabel) {
        return new SampleStatement(citing, cited, text, ordinal, itsLabel, place, context);
    }

    private SampleStatement with(SamplePlace itsPlace) {
        return new SampleStatement(citing, cited, text, ordinal, label, itsPlace, context);
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
    public Map<String, List<String>> facets(SampleWork by) {
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
