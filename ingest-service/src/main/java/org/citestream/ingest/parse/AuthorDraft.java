package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Institution;
import org.citestream.ingest.article.RegisteredIds;

/** An author of the article while it is read: affiliations may be named by ids of elements that come later. */
final class AuthorDraft {
    String family;
    String given;
    String group;
    private String orcid;
    final List<String> affiliationIds = new ArrayList<>();
    final List<String> affiliations = new ArrayList<>();
    final List<Institution> institutions = new ArrayList<>();

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
     * The author, now that all places are known, and the group for which a person writes; empty without a name.
     *
     * @param places by id
     * @param known institutions of those places that have ids, by the places' ids
     */
    List<Author> build(Map<String, String> places, Map<String, List<Institution>> known) {
        List<String> all = Stream.concat(
                        affiliations.stream(),
                        affiliationIds.stream().map(places::get).filter(Objects::nonNull))
                .toList();
        List<Institution> registered = Stream.concat(
                        institutions.stream(),
                        affiliationIds.stream().flatMap(id -> known.getOrDefault(id, List.of()).stream()))
                .distinct()
                .toList();
        List<Author> authors = new ArrayList<>(1);
        if (family != null) {
            authors.add(new Author(family, given, orcid, all, registered, false));
        }
        if (group != null) {
            authors.add(new Author(
                    group,
                    null,
                    null,
                    family == null ? all : List.of(),
                    family == null ? registered : List.of(),
                    true));
        }
        return authors;
    }
}
