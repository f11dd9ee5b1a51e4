package org.citestream.ingest.article;

import java.util.List;
import java.util.function.Consumer;

/** An entry of a reference list for tests, of which only what matters is said: {@code reference("B1", it -> it.year = 2015)}. */
public final class ReferenceBuilder {
    public String label;
    public Identifiers identifiers = Identifiers.NONE;
    public String title;
    public List<Author> authors = List.of();
    /** Whether "et al." ends the list of authors. */
    public boolean authorsTruncated;
    /** Journal or book. */
    public String container;

    public Integer year;
    public Placement placement = Placement.UNKNOWN;
    public String raw = "";

    private ReferenceBuilder() {}

    public static Reference reference(String key, Consumer<ReferenceBuilder> what) {
        var it = new ReferenceBuilder();
        what.accept(it);
        return new Reference(
                key,
                it.label,
                it.identifiers,
                it.title,
                it.authors,
                it.authorsTruncated,
                it.container,
                it.year,
                it.placement,
                it.raw);
    }
}
