package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.dialect.Keyset;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.PublicationHits;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.Suggestion;
import org.citestream.query.vocabulary.Filters;

/**
 * Finds papers: by words in the search index, by everything else in the tables. With conditions that only the tables know,
 * the index's best hits are looked at, as many as the settings say. Thread-safe.
 */
@Singleton
record PaperSearch(
        SearchIndex index,
        Snapshot snapshot,
        PublicationReader publications,
        GraphReader graph,
        GraphSettings settings) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BULK = 1000;
    private static final int SUGGESTED = 10;
    private static final int LOOKED_AT = 50;

    /** A title with fewer of the words that are asked for is no match. */
    private static final double ENOUGH = 0.75;

    /** A page by relevance. */
    ObjectNode relevant(String words, PaperCriteria criteria, PaperFields fields, int offset, int limit) {
        String question = String.join(" ", BulkQuery.plain(words));
        if (question.isEmpty()) {
            return page(0, List.of(), Map.of(), offset, limit);
        }
        if (criteria.isEmpty()) {
            PublicationHits hits = hits(question, offset, limit);
            return page(hits.total(), hits.ids(), graph.papers(hits.ids(), fields), offset, limit);
        }
        List<String> fitting = fitting(hits(question, 0, settings.candidates()).ids(), criteria);
        List<String> shown =
                fitting.subList(Math.min(offset, fitting.size()), Math.min(offset + limit, fitting.size()));
        return page(fitting.size(), shown, graph.papers(shown, fields), offset, limit);
    }

    /** Up to 1,000 papers in an order that stays, and the token that the next ones are asked for with. */
    ObjectNode bulk(
            Optional<String> words,
            PaperCriteria criteria,
            PaperFields fields,
            Keyset order,
            Optional<Keyset.Place> behind) {
        Optional<long[]> found = words.map(theirs -> keys(BulkQuery.ours(theirs)));
        Sql fitting = new Sql().add("FROM active.publication p WHERE p.root = p.key");
        found.ifPresent(keys -> fitting.add(
                "AND p.key = ANY (?)", (Object) Arrays.stream(keys).boxed().toArray(Long[]::new)));
        fitting.add(criteria.conditions());
        Sql from = new Sql().add(fitting);
        behind.ifPresent(place -> from.add(order.behind(place)));
        record PaperRow(String id, String value) {}
        record FoundPapers(long total, List<PaperRow> rows) {}
        FoundPapers page = snapshot.read(connection -> new FoundPapers(
                new Sql().add("SELECT count(*)").add(fitting).number(connection),
                new Sql()
                        .add("SELECT p.id, " + order.value() + " AS value")
                        .add(from)
                        .add(order.by())
                        .add("LIMIT ?", BULK + 1)
                        .list(connection, row -> new PaperRow(row.getString("id"), row.getString("value")))));
        List<PaperRow> shown = page.rows().subList(0, Math.min(BULK, page.rows().size()));
        List<String> ids = shown.stream().map(PaperRow::id).toList();
        ObjectNode answer = JSON.objectNode().put("total", page.total());
        if (page.rows().size() > BULK) {
            PaperRow last = shown.get(BULK - 1);
            answer.put("token", new Keyset.Place(last.value(), last.id()).token());
        }
        fill(answer.putArray("data"), ids, graph.papers(ids, fields));
        return answer;
    }

    /** The paper whose title is closest to the words, with how close it is; empty where no title has most of them. */
    Optional<ObjectNode> match(String words, PaperCriteria criteria, PaperFields fields) {
        List<String> wanted = BulkQuery.plain(words);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = titled(wanted, " ", criteria);
        if (ids.isEmpty()) {
            ids = titled(wanted, " OR ", criteria);
        }
        List<String> found = ids;
        Map<String, ShownPublication> works = snapshot.once(connection -> publications.readByIds(connection, found));
        record Match(String id, double score) {}
        return found.stream()
                .filter(works::containsKey)
                .filter(id -> shared(wanted, works.get(id)) >= ENOUGH)
                .map(id -> new Match(id, score(wanted, works.get(id))))
                // The first of equals is the more relevant.
                .max(Comparator.comparingDouble(Match::score).thenComparingInt(match -> -found.indexOf(match.id())))
                .flatMap(best -> graph.paper(best.id(), fields).map(paper -> paper.put("matchScore", best.score())));
    }

    /** What somebody who types a title may mean. */
    ObjectNode completions(String typed) {
        List<String> ids = asked(() -> index.suggest(typed, SUGGESTED)).stream()
                .map(Suggestion::publication)
                .filter(id -> id != null)
                .distinct()
                .toList();
        Map<String, ShownPublication> works = snapshot.once(connection -> publications.readBriefByIds(connection, ids));
        ObjectNode answer = JSON.objectNode();
        ArrayNode matches = answer.putArray("matches");
        ids.stream().filter(works::containsKey).map(works::get).forEach(work -> matches.addObject()
                .put("id", work.id())
                .put("title", work.name())
                .put("authorsYear", authorsYear(work)));
        return answer;
    }

    /** “Beltagy et al., 2019”. */
    private static String authorsYear(ShownPublication work) {
        List<ShownAuthor> authors = work.authors();
        String first = authors.isEmpty() ? "" : authors.get(0).familyOrName();
        String more = authors.size() > 2 || work.authorsTruncated()
                ? " et al."
                : authors.size() == 2 ? " & " + authors.get(1).familyOrName() : "";
        return first + more + (work.year() == null ? "" : (first.isEmpty() ? "" : ", ") + work.year());
    }

    /** Those of the papers, in their order, that are as they must be. */
    private List<String> fitting(List<String> ids, PaperCriteria criteria) {
        return snapshot.once(connection -> fitting(connection, ids, criteria));
    }

    private static List<String> fitting(Connection connection, List<String> ids, PaperCriteria criteria)
            throws SQLException {
        return new Sql()
                .add("SELECT p.id FROM unnest(?) WITH ORDINALITY AS h (id, place)", (Object) ids.toArray(String[]::new))
                .add("JOIN active.publication p ON p.id = h.id WHERE p.root = p.key")
                .add(criteria.conditions())
                .add("ORDER BY h.place")
                .list(connection, row -> row.getString(1));
    }

    private List<String> titled(List<String> words, String between, PaperCriteria criteria) {
        String question = words.stream().map(word -> "title:\"" + word + '"').collect(Collectors.joining(between));
        List<String> ids = hits(question, 0, LOOKED_AT).ids();
        return criteria.isEmpty() ? ids : fitting(ids, criteria);
    }

    /** Of the words that are asked for, the part that a title has. */
    private static double shared(List<String> wanted, ShownPublication work) {
        Set<String> there = new HashSet<>(wanted);
        int all = there.size();
        there.retainAll(new HashSet<>(BulkQuery.plain(work.name())));
        return (double) there.size() / all;
    }

    /** 100 where the words are those of the title, less the more of either the other lacks (Dice's coefficient). */
    private static double score(List<String> wanted, ShownPublication work) {
        Set<String> asked = new HashSet<>(wanted);
        Set<String> title = new HashSet<>(BulkQuery.plain(work.name()));
        Set<String> both = new HashSet<>(asked);
        both.retainAll(title);
        return 100.0 * 2 * both.size() / (asked.size() + title.size());
    }

    private static ObjectNode page(
            long total, List<String> ids, Map<String, ObjectNode> papers, int offset, int limit) {
        ObjectNode page = JSON.objectNode().put("total", total).put("offset", offset);
        if (offset + limit < total) {
            page.put("next", offset + limit);
        }
        fill(page.putArray("data"), ids, papers);
        return page;
    }

    private static void fill(ArrayNode data, List<String> ids, Map<String, ObjectNode> papers) {
        ids.stream().filter(papers::containsKey).map(papers::get).forEach(data::add);
    }

    private PublicationHits hits(String words, int offset, int limit) {
        return asked(() -> index.publications(
                new SearchRequest(words, Filters.none(), SearchRequest.SearchOrder.RELEVANCE, offset, limit)));
    }

    private long[] keys(String words) {
        return asked(() -> index.publicationKeys(words, Integer.MAX_VALUE));
    }

    private static <T> T asked(IndexCall<T> call) {
        try {
            return IndexCall.answer(call);
        } catch (BadQueryException unread) {
            throw GraphError.refused("Unacceptable query params: [query]: " + unread.getMessage());
        }
    }
}
