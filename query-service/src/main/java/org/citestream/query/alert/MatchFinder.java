package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.change.Change;
import org.citestream.query.search.SavedSearches;

/** Finds which changes concern which alerts. For one batch on one connection. */
final class MatchFinder {

    /** A change that an alert reports. */
    record AlertMatch(ActiveAlert watch, Change change) {}

    private final Connection connection;
    private final List<Change> changes;
    private final Map<String, ChangedWork> works;

    MatchFinder(Connection connection, List<Change> changes) throws SQLException {
        this.connection = connection;
        this.changes = changes;
        this.works =
                ChangedWork.read(connection, changes.stream().map(Change::cited).collect(Collectors.toSet()));
    }

    /** For all alerts in force. */
    List<AlertMatch> find() throws SQLException {
        Set<String> ids = new HashSet<>();
        Set<String> authors = new HashSet<>();
        Set<String> journals = new HashSet<>();
        Set<String> collections = new HashSet<>();
        works.values().forEach(work -> {
            ids.addAll(work.ids());
            authors.addAll(work.authors());
            journals.add(work.journal());
            collections.addAll(work.collections());
        });
        journals.remove(null);
        return matches(ActiveAlert.concerned(connection, ids, authors, journals, collections).stream(), true);
    }

    /** For one alert, including changes before it was in force. */
    List<AlertMatch> find(ActiveAlert watch) throws SQLException {
        return matches(Stream.of(watch), false);
    }

    private List<AlertMatch> matches(Stream<ActiveAlert> watches, boolean onlyNew) throws SQLException {
        List<AlertMatch> candidates = watches.flatMap(watch -> changes.stream()
                        .filter(change -> !onlyNew || change.sequence() > watch.from())
                        .filter(change -> watch.follows() == FollowedSubject.SEARCH
                                || works.get(change.cited()).isFollowedBy(watch))
                        .filter(watch::wants)
                        .map(change -> new AlertMatch(watch, change)))
                .toList();
        return found(candidates);
    }

    /** Keeps those candidates of alerts on searches that the search finds; notices are found by the one for everything. */
    private List<AlertMatch> found(List<AlertMatch> candidates) throws SQLException {
        Set<UUID> statements = candidates.stream()
                .filter(match -> match.watch.follows() == FollowedSubject.SEARCH)
                .map(match -> match.change.statement())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<AlertMatch> matches = new ArrayList<>();
        try (SavedSearches searches = SavedSearches.over(connection, statements)) {
            for (AlertMatch match : candidates) {
                boolean everything = match.watch.target().isEmpty() && match.change.statement() == null;
                if (match.watch.follows() != FollowedSubject.SEARCH
                        || everything
                        || searches.finds(match.watch.target(), match.change.statement())) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }
}
