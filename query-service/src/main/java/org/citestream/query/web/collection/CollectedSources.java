package org.citestream.query.web.collection;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.api.SearchParameters;
import org.citestream.query.collection.CollectionSettings;
import org.citestream.query.database.Snapshot;
import org.citestream.query.http.Paging;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.search.Entity;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/** Works that a page shows and that may be added to a collection: of a search, of a person, a journal and so on. Thread-safe. */
@Singleton
record CollectedSources(
        SearchIndex index, Snapshot snapshot, PublicationReader publications, CollectionSettings settings) {

    /** How many are named. */
    private static final int NAMED = 8;

    /**
     * Works with where they come from.
     *
     * @param cut whether there are more than are taken over at once
     */
    record FoundSource(String words, List<String> ids, List<ShownPublication> first, boolean cut) {}

    /**
     * The works that the parameters of a page ask for: {@code work}, {@code author}, {@code journal}, {@code affiliation},
     * {@code funder}, else those of a search of publications.
     */
    FoundSource find(Map<String, List<String>> parameters) {
        Optional<String> author = one(parameters, Facet.AUTHOR.parameter());
        Optional<String> journal = one(parameters, Facet.JOURNAL.parameter());
        Optional<String> affiliation = one(parameters, "affiliation");
        Optional<String> funder = one(parameters, "funder");
        if (parameters.containsKey("work")) {
            return named(
                    "",
                    parameters.get("work").stream()
                            .map(CollectedSources::curie)
                            .distinct()
                            .toList());
        } else if (parameters.containsKey("q") || parameters.containsKey("in")) {
            return ofSearch(parameters);
        } else if (author.isPresent()) {
            return named("Works by " + author.get(), ofAuthor(author.get()));
        } else if (journal.isPresent()) {
            return named("Works in " + journal.get(), ofJournal(journal.get()));
        } else if (affiliation.isPresent()) {
            return named("Works of " + affiliation.get(), ofEntity(Entity.EntityKind.AFFILIATION, affiliation.get()));
        } else if (funder.isPresent()) {
            return named("Works paid by " + funder.get(), ofEntity(Entity.EntityKind.FUNDER, funder.get()));
        }
        throw new BadParameterException("work", "is missing; add works from a report, a search or a person's page");
    }

    private FoundSource ofSearch(Map<String, List<String>> parameters) {
        Map<String, List<String>> search = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (SearchParameters.knows(name) && !SearchParameters.COLLAPSE.equals(name)) {
                search.put(name, values);
            }
        });
        search.put("in", List.of("publications"));
        SearchRequest request = SearchParameters.of(search, new Paging(1, 0)).request();
        List<String> ids = publications(request.words(), request.filters(), request.order());
        return named(request.words().isBlank() ? "Works of a search" : "Works found by “" + request.words() + "”", ids);
    }

    private List<String> ofAuthor(String name) {
        List<String> ids = publications(
                "author:\"" + name.replaceAll("[\"\\\\]", " ") + "\"",
                Filters.none(),
                SearchRequest.SearchOrder.RELEVANCE);
        return snapshot.once(connection -> new Sql()
                .add("SELECT id FROM active.publication WHERE root = key AND id = ANY (?)", (Object)
                        ids.toArray(String[]::new))
                .add("AND author_names @> ARRAY[?]::text[] ORDER BY year DESC NULLS LAST, id", name)
                .list(connection, row -> row.getString(1)));
    }

    private List<String> ofJournal(String name) {
        return publications("", Filters.of(Facet.JOURNAL, name), SearchRequest.SearchOrder.RELEVANCE);
    }

    private List<String> ofEntity(Entity.EntityKind kind, String key) {
        return IndexCall.answer(() -> index.worksOf(kind, key));
    }

    /** One more than are taken over, so that it is known whether there are more. */
    private List<String> publications(String words, Filters filters, SearchRequest.SearchOrder order) {
        int most = Math.min(settings.fromSearch() + 1, SearchRequest.FURTHEST);
        return IndexCall.answer(() -> index.publications(new SearchRequest(words, filters, order, 0, most))
                .ids());
    }

    private FoundSource named(String words, List<String> all) {
        List<String> ids = all.stream().limit(settings.fromSearch()).toList();
        List<String> few = ids.stream().limit(NAMED).toList();
        Map<String, ShownPublication> known = snapshot.once(connection -> publications.readBriefByIds(connection, few));
        return new FoundSource(
                words,
                ids,
                few.stream().filter(known::containsKey).map(known::get).toList(),
                all.size() > ids.size());
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String curie(String written) {
        return WrittenId.toCurie(written)
                .orElseThrow(() ->
                        new BadParameterException("work", "'%s' is not a valid publication id".formatted(written)));
    }
}
