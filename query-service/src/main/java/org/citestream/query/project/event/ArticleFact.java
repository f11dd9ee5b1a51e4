package org.citestream.query.project.event;

/** A fact of one reading of one citing article. */
public sealed interface ArticleFact extends Fact
        permits StatementClassified, ReferencesListed, ArticleClosed, ArticleWithdrawn {

    /** Id of the citing publication. */
    String citing();

    /** Number of the reading, from 1; a greater one completely replaces a smaller one. */
    long revision();
}
