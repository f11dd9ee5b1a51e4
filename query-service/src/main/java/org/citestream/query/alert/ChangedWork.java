package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;

/**
 * How a work whose report changed may be referred to: all its ids, its authors and its journal, in lower case, and the
 * collections that are followed and have it.
 *
 * @param journal or null
 */
record ChangedWork(Set<String> ids, Set<String> authors, String journal, Set<String> collections) {

    private static final String SELECT = """
            SELECT asked.id, r.author_names, r.journal,
                   array(SELECT a.id FROM active.publication a WHERE a.key = r.key OR (a.root = r.key AND a.root <> a.key))
                   AS ids,
                   array_remove(ARRAY['doi:' || r.doi, 'pmid:' || r.pmid, 'pmcid:' || r.pmcid, 'arxiv:' || r.arxiv], NULL)
                   AS others
            FROM active.publication asked JOIN active.publication r ON r.key = asked.root
            WHERE asked.id = ANY (:asked)""";

    private static final String FOLLOWED = """
            SELECT lower(w.work), w.collection::text
            FROM app.collection_work w
            WHERE lower(w.work) = ANY (:ids) AND NOT w.removed
              AND EXISTS (SELECT FROM app.alert a WHERE a.follows = 'collection' AND lower(a.target) = w.collection::text)""";

    ChangedWork {
        ids = Set.copyOf(ids);
        authors = Set.copyOf(authors);
        collections = Set.copyOf(collections);
    }

    /** Works by the id asked for; a work that no fact names any more has its id alone. */
    static Map<String, ChangedWork> read(Connection connection, Collection<String> asked) throws SQLException {
        Map<String, ChangedWork> works = new HashMap<>();
        asked.forEach(id -> works.put(id, new ChangedWork(Set.of(lower(id)), Set.of(), null, Set.of())));
        Map<String, Set<String>> names = new HashMap<>();
        Sql.of(SELECT).with("asked", asked).each(connection, 0, row -> {
            Set<String> ids = lower(Stream.concat(Stream.of(row.getString("id")), Sql.texts(row, "ids").stream()));
            String journal = row.getString("journal");
            works.put(
                    row.getString("id"),
                    new ChangedWork(
                            ids,
                            lower(Sql.texts(row, "author_names").stream()),
                            journal == null ? null : lower(journal),
                            Set.of()));
            names.put(row.getString("id"), lower(Stream.concat(ids.stream(), Sql.texts(row, "others").stream())));
        });
        works.keySet().forEach(id -> names.putIfAbsent(id, Set.of(lower(id))));
        Map<String, Set<String>> collections = collections(connection, names.values());
        works.replaceAll((id, work) -> new ChangedWork(
                work.ids,
                work.authors,
                work.journal,
                names.get(id).stream()
                        .flatMap(name -> collections.getOrDefault(name, Set.of()).stream())
                        .collect(Collectors.toSet())));
        return works;
    }

    /** The followed collections that have a work, by the id, in lower case, under which they have it. */
    private static Map<String, Set<String>> collections(Connection connection, Collection<Set<String>> names)
            throws SQLException {
        Map<String, Set<String>> collections = new HashMap<>();
        Sql.of(FOLLOWED)
                .with("ids", names.stream().flatMap(Set::stream).distinct().toList())
                .each(connection, 0, row -> collections
                        .computeIfAbsent(row.getString(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        return collections;
    }

    private static Set<String> lower(Stream<String> texts) {
        return texts.map(ChangedWork::lower).collect(Collectors.toSet());
    }

    /** Whether the alert follows this work; what a search finds cannot be decided here. */
    boolean isFollowedBy(ActiveAlert watch) {
        String target = lower(watch.target());
        return switch (watch.follows()) {
            case WORK -> ids.contains(target);
            case AUTHOR -> authors.contains(target);
            case JOURNAL -> target.equals(journal);
            case COLLECTION -> collections.contains(target);
            case SEARCH -> false;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
