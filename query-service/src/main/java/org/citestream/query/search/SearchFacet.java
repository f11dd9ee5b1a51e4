package org.citestream.query.search;

/** What hits are counted by; each has one value a statement, {@code unknown} where nothing is known. */
public enum SearchFacet {
    SECTION("section"),
    TYPE("type"),
    YEAR("year"),
    PUBLICATION_TYPE("publicationType"),
    RELATIONSHIP("relationship"),
    JOURNAL("journal"),
    POSITION("position"),
    LICENCE("licence");

    /** The value of what is not known. */
    static final String UNKNOWN = "unknown";

    private final String wireName;

    SearchFacet(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in parameters and answers, and the name of its field in the index. */
    public String wireName() {
        return wireName;
    }
}
