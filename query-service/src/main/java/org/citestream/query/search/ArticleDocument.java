package org.citestream.query.search;

import java.util.List;
import org.citestream.query.vocabulary.PartialDate;

/**
 * A citing article with all statements it makes: the unit that is added to the index and removed from it. Title,
 * authors, journal, date, type of publication and licence are those of the work as which the article is known.
 *
 * @param key key of the article as named by its statements, in the view's active generation
 * @param doi DOI of the work as which it is known, or null
 * @param published date, as precise as known, or null
 */
public record ArticleDocument(
        long key,
        String doi,
        String title,
        List<String> authors,
        String journal,
        String publicationType,
        String published,
        String licence,
        List<StatementDocument> statements) {
    public ArticleDocument {
        authors = List.copyOf(authors);
        statements = List.copyOf(statements);
    }

    /** Null for none. */
    Integer year() {
        return PartialDate.yearOf(published);
    }
}
