package org.citestream.query.ops.page;

import java.util.List;
import org.citestream.query.ops.article.ArticleState;

/**
 * A part of all articles.
 *
 * @param words that id or title contain, or empty
 * @param state the only one shown, or empty for all
 * @param states what there is to choose from
 * @param next where the next part is, or null on the last
 */
public record ArticlesPage(List<ArticleState> articles, String words, String state, List<String> states, String next) {

    public ArticlesPage {
        articles = List.copyOf(articles);
        states = List.copyOf(states);
    }
}
