package org.citestream.query.search;

import java.util.List;
import org.citestream.query.vocabulary.PartialDate;

/**
 * A citing article with all statements it makes: what goes into the index, and out of it, in one piece. Title, authors,
 * journal, date, type of publication and licence are those of the work that the article is known as.
 *
 * @param key of the article as its statements name it, in the view's active generation
 * @param doi of the work it is known as, or null
 * @param published as precise as known, or null
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
