package org.citestream.ingest.article;

import java.util.List;

/** An entry of a reference list for tests, of which only what matters is said. */
public final class ReferenceBuilder {

    private final String key;
    private String label;
    private Identifiers identifiers = Identifiers.NONE;
    private String title;
    private List<Author> authors = List.of();
    private boolean authorsTruncated;
    private String container;
    private Integer year;
    private Placement placement = Placement.UNKNOWN;
    private String raw = "";

    private ReferenceBuilder(String key) {
        this.key = key;
    }

    public static ReferenceBuilder reference(String key) {
        return new ReferenceBuilder(key);
    }

    public ReferenceBuilder labelled(String itsLabel) {
        label = itsLabel;
        return this;
    }

    public ReferenceBuilder identifiedBy(Identifiers its) {
        identifiers = its;
        return this;
    }

    public ReferenceBuilder titled(String its) {
        title = its;
        return this;
    }

    public ReferenceBuilder by(Author... its) {
        authors = List.of(its);
        return this;
    }

    /** Whether "et al." ends the list of authors. */
    public ReferenceBuilder truncated(boolean its) {
        authorsTruncated = its;
        return this;
    }

    /** Journal or book. */
    public ReferenceBuilder in(String itsContainer) {
        container = itsContainer;
        return this;
    }

    public ReferenceBuilder of(Integer itsYear) {
        year = itsYear;
        return this;
    }

    public ReferenceBuilder at(Placement its) {
        placement = its;
        return this;
    }

    public ReferenceBuilder printed(String its) {
        raw = its;
        return this;
    }

    public Reference build() {
        return new Reference(
                key, label, identifiers, title, authors, authorsTruncated, container, year, placement, raw);
    }
}
