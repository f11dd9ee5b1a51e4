package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.RegisteredIds;

/** An author of the article while it is read: affiliations may be named by ids of elements that come later. */
final class AuthorDraft {
    String family;
    String given;
    String group;
    private String orcid;
    final List<String> affiliationIds = new ArrayList<>();
    final List<String> affiliations = new ArrayList<>();

    /** Adds another given name. */
    void addGiven(String name) {
        if (name != null) {
            given = given == null ? name : given + " " + name;
        }
    }

    /** Takes the first identifier that is one. */
    void orcid(String text) {
        orcid = orcid == null ? RegisteredIds.orcid(text).orElse(null) : orcid;
    }

    /**
     * The author, now that all places are known; empty without a name.
     *
     * @param places by id
     */
    Optional<Author> build(Map<String, String> places) {
        if (family == null && group == null) {
            return Optional.empty();
        }
        List<String> all = Stream.concat(
                        affiliations.stream(),
                        affiliationIds.stream().map(places::get).filter(Objects::nonNull))
                .toList();
        return Optional.of(
                family == null
                        ? new Author(group, null, null, all, true)
                        : new Author(family, given, orcid, all, false));
    }
}
