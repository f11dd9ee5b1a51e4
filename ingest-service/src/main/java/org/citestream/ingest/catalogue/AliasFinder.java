package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.PublicationDescribed;

/**
 * Finds out, whenever a description changes, that a work is known under a better id: by a shared identifier, else by
 * title, first author and year. The caller holds the catalogue's lock, so that two batches never miss each other.
 */
final class AliasFinder {
    private static final String KNOWN = "select distinct id from publication where id = any(?)";
    private static final String REMEMBER =
            "insert into alias (from_id, to_id, method, score, found_at, pending, log_offset)"
                    + " select from_id, to_id, method, score, found_at, true, -1 from"
                    + " unnest(?::text[], ?::text[], ?::text[], ?::text[]::float8[], ?::text[]::timestamptz[])"
                    + " as t(from_id, to_id, method, score, found_at) on conflict (from_id) do update set to_id = excluded.to_id,"
                    + " method = excluded.method, score = excluded.score, found_at = excluded.found_at, pending = true, leaving = false"
                    + " where alias.leaving";
    private static final String BY_TITLE = "select from_id, to_id from alias where method = 'title' and not leaving"
            + " and (from_id = any(?) or to_id = any(?))";
    private static final String LEAVE = "update alias set leaving = true where from_id = any(?)";
    private static final String CONFLICT = "insert into conflict (curie, ids)"
            + " select curie, string_to_array(ids, ' ') from unnest(?::text[], ?::text[]) as t(curie, ids)"
            + " on conflict (curie) do update set ids = excluded.ids";

    private final double threshold;

    AliasFinder(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Finds and stores aliases, and those by title that are borne out no more; publishing them is left to the caller.
     *
     * @param removed descriptions that were taken back
     * @param whole whether the log has been read to its end; before that a description may only be missing as yet
     */
    AliasNews find(
            Connection connection,
            List<LogEntry.Described> changed,
            List<LogEntry.DescriptionRemoved> removed,
            boolean whole)
            throws SQLException {
        if (changed.isEmpty() && removed.isEmpty()) {
            return AliasNews.NONE;
        }
        List<PublicationDescribed> parted = whole ? parted(connection, changed, removed) : List.of();
        List<String> gone =
                parted.stream().map(PublicationDescribed::id).distinct().toList();
        if (!gone.isEmpty()) {
            ArrayQuery.tell(connection, LEAVE, gone);
        }
        var found = new ArrayList<>(byIdentifier(connection, changed));
        remember(connection, found);
        List<AliasFound> byTitle = byTitle(connection, changed, parted);
        remember(connection, byTitle);
        found.addAll(byTitle);
        return new AliasNews(found, gone);
    }

    /**
     * Descriptions of works with an alias by title that no description of the better known work resembles any more. A work
     * that is described no more itself keeps its alias.
     */
    private List<PublicationDescribed> parted(
            Connection connection, List<LogEntry.Described> changed, List<LogEntry.DescriptionRemoved> removed)
            throws SQLException {
        List<String> touched = Stream.concat(
                        changed.stream().map(entry -> entry.value().id()),
                        removed.stream().map(LogEntry.DescriptionRemoved::id))
                .distinct()
                .toList();
        Map<String, String> aliases = new HashMap<>();
        ArrayQuery.ask(connection, BY_TITLE, row -> aliases.put(row.getString(1), row.getString(2)), touched, touched);
        if (aliases.isEmpty()) {
            return List.of();
        }
        Map<String, List<PublicationDescribed>> lower =
                CatalogueQueries.described(connection, aliases.keySet()).stream()
                        .collect(Collectors.groupingBy(PublicationDescribed::id));
        var near = new NamedWorks(
                connection, lower.values().stream().flatMap(List::stream).toList(), aliases.values());
        return lower.values().stream()
                .filter(own -> own.stream()
                        .noneMatch(described ->
                                near.bearOut(described, new PublicationId(aliases.get(described.id())), threshold)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<AliasFound> byIdentifier(Connection connection, List<LogEntry.Described> changed)
            throws SQLException {
        Set<String> mentioned = changed.stream()
                .flatMap(entry -> BatchWriter.identifiers(entry.value()).stream())
                .filter(id -> id.kind() != PublicationId.Scheme.DOI)
                .map(PublicationId::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> known = ArrayQuery.ask(connection, KNOWN, row -> row.getString(1), mentioned);
        Map<String, PublicationId> aliased = CatalogueQueries.roots(connection, known);
        Map<String, List<CatalogueQueries.IdClaim>> holders = CatalogueQueries.holders(connection, known);
        var found = new ArrayList<AliasFound>();
        var conflicts = new LinkedHashMap<String, String>();
        for (String id : known) {
            PublicationId lower = new PublicationId(id);
            Set<PublicationId> claimants = Identification.claimants(lower, holders.getOrDefault(id, List.of()));
            if (claimants.size() > 1) {
                conflicts.put(id, claimants.stream().map(PublicationId::value).collect(Collectors.joining(" ")));
            } else if (claimants.size() == 1 && !aliased.containsKey(id)) {
                String better = claimants.iterator().next().value();
                String method = Match.Method.of(lower.kind()).wireName();
                found.add(new AliasFound(id, better, method, 1, Instant.now()));
            }
        }
        if (!conflicts.isEmpty()) {
            ArrayQuery.tell(connection, CONFLICT, List.copyOf(conflicts.keySet()), List.copyOf(conflicts.values()));
        }
        return found;
    }

    private List<AliasFound> byTitle(
            Connection connection, List<LogEntry.Described> changed, List<PublicationDescribed> parted)
            throws SQLException {
        Map<String, PublicationDescribed> lower = new LinkedHashMap<>();
        List<BibliographicKey> works =
                changed.stream().map(LogEntry.Described::work).toList();
        Stream.of(
                        changed.stream().map(LogEntry.Described::value).filter(AliasFinder::hasBetterKinds),
                        CatalogueQueries.lowerAlike(connection, titleKeys(works), authorKeys(works)).stream(),
                        parted.stream())
                .flatMap(each -> each)
                .forEach(described -> lower.put(described.id(), described));
        if (lower.isEmpty()) {
            return List.of();
        }
        lower.keySet()
                .removeAll(CatalogueQueries.roots(connection, lower.keySet()).keySet());
        var near = new NamedWorks(connection, List.copyOf(lower.values()), List.of());
        var found = new ArrayList<AliasFound>();
        for (PublicationDescribed described : lower.values()) {
            near.best(described, threshold)
                    .ifPresent(match -> found.add(new AliasFound(
                            described.id(),
                            match.cited().value(),
                            match.method().wireName(),
                            match.score(),
                            Instant.now())));
        }
        return found;
    }

    private static List<String> titleKeys(List<BibliographicKey> works) {
        return works.stream()
                .map(BibliographicKey::titleKey)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> authorKeys(List<BibliographicKey> works) {
        return works.stream()
                .map(BibliographicKey::authorKey)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean hasBetterKinds(PublicationDescribed described) {
        return new PublicationId(described.id()).kind() != PublicationId.Scheme.DOI;
    }

    private static void remember(Connection connection, List<AliasFound> found) throws SQLException {
        if (!found.isEmpty()) {
            ArrayQuery.tell(
                    connection,
                    REMEMBER,
                    found.stream().map(AliasFound::from).toList(),
                    found.stream().map(AliasFound::to).toList(),
                    found.stream().map(AliasFound::method).toList(),
                    found.stream().map(alias -> Double.toString(alias.score())).toList(),
                    found.stream().map(alias -> alias.foundAt().toString()).toList());
        }
    }
}
