package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;

/**
 * How a work whose report changed may be referred to: all its ids, its authors and its journal, in lower case.
 *
 * @param journal or null
 */
record ChangedWork(Set<String> ids, Set<String> authors, String journal) {

    private static final String SELECT = """
            SELECT asked.id, r.author_names, r.journal,
                   array(SELECT a.id FROM active.publication a WHERE a.key = r.key OR (a.root = r.key AND a.root <> a.key))
                   AS ids
            FROM active.publication asked JOIN active.publication r ON r.key = asked.root
            WHERE asked.id = ANY (:asked)""";

    ChangedWork {
        ids = Set.copyOf(ids);
        authors = Set.copyOf(authors);
    }

    /** Works by the id asked for; a work that no fact names any more has its id alone. */
    static Map<String, ChangedWork> read(Connection connection, Collection<String> asked) throws SQLException {
        Map<String, ChangedWork> works = new HashMap<>();
        asked.forEach(id -> works.put(id, new ChangedWork(Set.of(lower(id)), Set.of(), null)));
        Sql.of(SELECT).with("asked", asked).each(connection, 0, row -> {
            Stream<String> ids = Stream.concat(Stream.of(row.getString("id")), Sql.texts(row, "ids").stream());
            String journal = row.getString("journal");
            works.put(
                    row.getString("id"),
                    new ChangedWork(
                            ids.map(ChangedWork::lower).collect(Collectors.toSet()),
                            Sql.texts(row, "author_names").stream()
                                    .map(ChangedWork::lower)
                                    .collect(Collectors.toSet()),
                            journal == null ? null : lower(journal)));
        });
        return works;
    }

    /** Whether the alert follows this work; what a search finds cannot be decided here. */
    boolean isFollowedBy(ActiveAlert watch) {
        String target = lower(watch.target());
        return switch (watch.follows()) {
            case WORK -> ids.contains(target);
            case AUTHOR -> authors.contains(target);
            case JOURNAL -> target.equals(journal);
            case SEARCH -> false;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
