package org.citestream.query.dialect.openalex;

/** OpenAlex' types of works and ours. Stateless. */
final class OpenAlexType {

    /** Theirs, of the work {@code p}, as SQL. */
    static final String SQL =
            "CASE p.publication_type WHEN 'review' THEN 'review' WHEN 'editorial' THEN 'editorial' WHEN 'letter' THEN 'letter'"
                    + " WHEN 'book-chapter' THEN 'book-chapter' ELSE 'article' END";

    private OpenAlexType() {}

    /** Theirs for ours. */
    static String of(String ours) {
        return switch (ours == null ? "" : ours) {
            case "review", "editorial", "letter", "book-chapter" -> ours;
            default -> "article";
        };
    }
}
