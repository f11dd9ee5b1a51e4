package org.citestream.query.integrity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each figure of the board means: pages and API say the same. */
public final class BoardDefinitions {

    /** By the name of the figure. */
    public static final Map<String, String> ALL = definitions();

    private BoardDefinitions() {}

    private static Map<String, String> definitions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "doubtedWorks",
                "Works with a standing notice of retraction, withdrawal or expression of concern that an article read here lists."
                        + " Errata and corrections do not count.");
        all.put(
                "articles",
                "Articles whose full text was read here. Only their reference lists and sentences are known.");
        all.put(
                "citingWorks",
                "Articles whose reference list names a doubted work. The publication that is the notice does not count.");
        all.put(
                "references",
                "Pairs of an article and a doubted work in its reference list, cited in the text or not.");
        all.put("share", "Distinct doubted works among the distinct works in the article's reference list.");
        all.put(
                "after",
                "The article was published after a notice on the cited work, by the dates of both as far as they are known: an"
                        + " article of 2021 and a notice of 2021 leave it open.");
        all.put("statements", "Sentences in which the article cites the doubted work.");
        all.put(
                "admitting",
                "A sentence mentions the notice if a word such as retracted, withdrawn or expression of concern stands at most 80"
                        + " characters from the marker and is about a publication. English only; a note elsewhere in the text is"
                        + " not seen.");
        all.put(
                "secondOrder",
                "Works whose reference list names an article that cites a doubted work and is not doubted itself. It says nothing"
                        + " about what they take from it.");
        all.put(
                "sources",
                "Articles of the journal or publisher that cite a doubted work, of those read here. Lists go by the lower end of the"
                        + " 95 % interval (Wilson), so that few articles weigh less.");
        return Collections.unmodifiableMap(all);
    }
}
