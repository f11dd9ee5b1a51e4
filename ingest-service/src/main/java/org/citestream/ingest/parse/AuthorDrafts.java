package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Institution;

/** The authors of the article while they are read, and the places that they name by id. */
final class AuthorDrafts {
    private final List<AuthorDraft> drafts = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, List<Institution>> institutions = new HashMap<>();

    void add(AuthorDraft draft) {
        drafts.add(draft);
    }

    /** Keeps a place; without an id nobody can name it. */
    void place(String id, String words) {
        if (id != null && words != null) {
            places.put(id, words);
        }
    }

    /** Keeps a place and those of its institutions that have ids. */
    void place(String id, String words, List<Institution> registered) {
        place(id, words);
        if (id != null && !registered.isEmpty()) {
            institutions.put(id, List.copyOf(registered));
        }
    }

    /** Gives a place to all authors so far that have none. */
    void placeRest(String words) {
        drafts.stream()
                .filter(author -> author.affiliationIds.isEmpty() && author.affiliations.isEmpty())
                .forEach(author -> author.affiliations.add(words));
    }

    /** The authors with a name, in their order. */
    List<Author> build() {
        return drafts.stream()
                .flatMap(author -> author.build(places, institutions).stream())
                .toList();
    }
}
