package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.database.Sql;
import org.citestream.query.PublicUrl;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.web.PageAddress;

/**
 * Authors: found in the search index, which is asked for their works, and counted in the tables. Whoever has no ORCID is
 * everybody of that name. Thread-safe.
 */
@Singleton
record AuthorReader(SearchIndex index, GraphSettings settings, PublicUrl publicUrl) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The name of a JSON author {@code a.who}, as shown. */
    private static final String NAME =
            "coalesce(a.who ->> 'collective', concat_ws(' ', nullif(btrim(a.who ->> 'given'), ''),"
                    + " nullif(btrim(a.who ->> 'family'), '')))";

    /** An author, and the keys of the works that name the author, newest first. */
    record KnownAuthor(AuthorKey who, List<Long> works, List<String> affiliations) {}

    /** The author that an id means; empty if no work names anybody so. */
    Optional<KnownAuthor> find(Connection connection, AuthorKey asked) throws SQLException {
        List<Long> works = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> affiliations = new LinkedHashMap<>();
        new Sql()
                .add("SELECT p.key, " + NAME + " AS name, a.who ->> 'affiliation' AS affiliation")
                .add("FROM active.publication p CROSS JOIN LATERAL jsonb_array_elements(p.authors) AS a (who)")
                .add("WHERE p.root = p.key AND p.key = ANY (?)", (Object) boxed(keys(asked)))
                .add(asked.orcid() == null ? "AND " + NAME + " = ?" : "AND a.who ->> 'orcid' = ?", identity(asked))
                .add("ORDER BY p.published DESC NULLS LAST, p.key")
                .list(connection, row -> {
                    works.add(row.getLong("key"));
                    names.put(row.getString("name"), row.getString("name"));
                    String affiliation = row.getString("affiliation");
                    return affiliation == null ? null : affiliations.put(affiliation, affiliation);
                });
        if (works.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KnownAuthor(
                new AuthorKey(asked.orcid(), names.keySet().iterator().next()),
                works.stream().distinct().toList(),
                List.copyOf(affiliations.keySet())));
    }

    /** A page of the authors with all of these words in their name, those with the most works first. */
    record Page(long total, List<AuthorKey> authors) {}

    /** Authors by words of their names, in lower case. */
    Page search(Connection connection, List<String> words, int limit, int offset) throws SQLException {
        String question = String.join(
                " ", words.stream().map(word -> "author:\"" + word + '"').toList());
        Sql named = new Sql()
                .add("WITH named AS (SELECT a.who ->> 'orcid' AS orcid, " + NAME + " AS name")
                .add("FROM active.publication p CROSS JOIN LATERAL jsonb_array_elements(p.authors) AS a (who)")
                .add("WHERE p.root = p.key AND p.key = ANY (?)", (Object) boxed(keys(question)))
                .add("), found AS (SELECT orcid, min(name) AS name, count(*) AS works FROM named WHERE true");
        // Words hold letters and digits only, so none means anything in a pattern.
        words.forEach(word -> named.add("AND lower(name) ~ ?", "(^|[^[:alnum:]])" + word));
        return new Page(
                new Sql()
                        .add(named)
                        .add("GROUP BY orcid, CASE WHEN orcid IS NULL THEN name END) SELECT count(*) FROM found")
                        .number(connection),
                new Sql()
                        .add(named)
                        .add("GROUP BY orcid, CASE WHEN orcid IS NULL THEN name END)")
                        .add(
                                "SELECT orcid, name FROM found ORDER BY works DESC, name, orcid LIMIT ? OFFSET ?",
                                limit,
                                offset)
                        .list(connection, row -> new AuthorKey(row.getString("orcid"), row.getString("name"))));
    }

    /** How the works of authors are cited; of as many authors as the settings allow. */
    Map<AuthorKey, AuthorStats> stats(Connection connection, Collection<AuthorKey> authors) throws SQLException {
        List<AuthorKey> counted =
                authors.stream().distinct().limit(settings.countedAuthors()).toList();
        List<Integer> places = new ArrayList<>();
        List<Long> works = new ArrayList<>();
        for (int place = 0; place < counted.size(); place++) {
            for (long key : keys(counted.get(place))) {
                places.add(place);
                works.add(key);
            }
        }
        Map<Integer, List<Long>> citations = new HashMap<>();
        new Sql()
                .add("SELECT w.place, coalesce((SELECT sum(t.citing_publications) FROM active.tally t")
                .add("WHERE t.cited = p.key), 0) AS citations")
                .add(
                        "FROM unnest(?, ?) AS w (place, key) JOIN active.publication p ON p.key = w.key",
                        places.toArray(Integer[]::new),
                        works.toArray(Long[]::new))
                .add(
                        "JOIN unnest(?, ?) WITH ORDINALITY AS n (orcid, name, nth) ON n.nth = w.place + 1",
                        counted.stream().map(AuthorKey::orcid).toArray(String[]::new),
                        counted.stream().map(AuthorKey::name).toArray(String[]::new))
                .add("WHERE p.root = p.key AND CASE WHEN n.orcid IS NULL THEN p.author_names @> ARRAY[n.name::text]")
                .add("ELSE p.authors @> jsonb_build_array(jsonb_build_object('orcid', n.orcid)) END")
                .list(connection, row -> citations
                        .computeIfAbsent(row.getInt("place"), place -> new ArrayList<>())
                        .add(row.getLong("citations")));
        Map<AuthorKey, AuthorStats> stats = new HashMap<>();
        for (int place = 0; place < counted.size(); place++) {
            stats.put(counted.get(place), AuthorStats.of(citations.getOrDefault(place, List.of())));
        }
        return stats;
    }

    /** The fields asked for of an author; {@code stats} is null where nobody counted. */
    ObjectNode shape(AuthorKey who, List<String> affiliations, AuthorStats stats, Set<String> fields) {
        ObjectNode author = JSON.objectNode();
        author.put("authorId", who.id());
        for (String field : fields) {
            switch (field) {
                case "authorId" -> author.put("authorId", who.id());
                case "name" -> author.put("name", who.name());
                case "url" ->
                    author.put(
                            "url",
                            publicUrl.of(PageAddress.of("authors", who.name()).toString()));
                case "externalIds" -> {
                    ObjectNode ids = author.putObject("externalIds");
                    if (who.orcid() != null) {
                        ids.putArray("ORCID").add(who.orcid());
                    }
                }
                case "affiliations" -> {
                    ArrayNode places = author.putArray("affiliations");
                    affiliations.forEach(places::add);
                }
                case "paperCount" -> author.put("paperCount", stats == null ? null : stats.papers());
                case "citationCount" -> author.put("citationCount", stats == null ? null : stats.citations());
                case "hIndex" -> author.put("hIndex", stats == null ? null : (Integer) stats.hIndex());
                default -> author.putNull(field);
            }
        }
        return author;
    }

    /** The fields asked for of somebody who wrote a work; affiliations are those of that work. */
    ObjectNode shape(ShownAuthor author, Map<AuthorKey, AuthorStats> stats, Set<String> fields) {
        AuthorKey who = AuthorKey.of(author);
        ObjectNode shape = shape(
                who, author.affiliation() == null ? List.of() : List.of(author.affiliation()), stats.get(who), fields);
        return shape.put("name", author.name());
    }

    /** As many of an author's works as a field holds, the newest. */
    List<Long> some(KnownAuthor author) {
        return author.works()
                .subList(0, Math.min(settings.papersOfAuthor(), author.works().size()));
    }

    private static String identity(AuthorKey who) {
        return who.orcid() == null ? who.name() : who.orcid();
    }

    private long[] keys(AuthorKey who) {
        return keys(who.words());
    }

    private long[] keys(String words) {
        return IndexCall.answer(() -> index.publicationKeys(words, settings.candidates()));
    }

    private static Long[] boxed(long[] keys) {
        return Arrays.stream(keys).boxed().toArray(Long[]::new);
    }
}
