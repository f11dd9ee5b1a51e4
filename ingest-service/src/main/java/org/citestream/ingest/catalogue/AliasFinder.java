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
                    + " as t(from_id, to_id, method, score, found_at) on conflict (from_id) do nothing";
    private static final String CONFLICT = "insert into conflict (curie, ids)"
            + " select curie, string_to_array(ids, ' ') from unnest(?::text[], ?::text[]) as t(curie, ids)"
            + " on conflict (curie) do update set ids = excluded.ids";

    private final double threshold;

    AliasFinder(double threshold) {
        this.threshold = threshold;
    }

    /** Finds and stores aliases; publishing them is left to the caller. */
    List<AliasFound> find(Connection connection, List<LogEntry.Described> changed) throws SQLException {
        if (changed.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(byIdentifier(connection, changed));
        remember(connection, found);
        List<AliasFound> byTitle = byTitle(connection, changed);
        remember(connection, byTitle);
        found.addAll(byTitle);
        return found;
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

    private List<AliasFound> byTitle(Connection connection, List<LogEntry.Described> changed) throws SQLException {
        Map<String, PublicationDescribed> lower = new LinkedHashMap<>();
        List<BibliographicKey> works =
                changed.stream().map(LogEntry.Described::work).toList();
        Stream.concat(
                        changed.stream().map(LogEntry.Described::value).filter(AliasFinder::hasBetterKinds),
                        CatalogueQueries.lowerAlike(connection, titleKeys(works), authorKeys(works)).stream())
                .forEach(described -> lower.put(described.id(), described));
        if (lower.isEmpty()) {
            return List.of();
        }
        lower.keySet()
                .removeAll(CatalogueQueries.roots(connection, lower.keySet()).keySet());
        List<BibliographicKey> sought =
                lower.values().stream().map(BibliographicKey::of).toList();
        List<PublicationDescribed> candidates =
                CatalogueQueries.namedAlike(connection, titleKeys(sought), authorKeys(sought));
        Map<String, PublicationId> roots = CatalogueQueries.roots(
                connection, candidates.stream().map(PublicationDescribed::id).toList());
        Map<String, List<PublicationDescribed>> byKey = new HashMap<>();
        for (PublicationDescribed candidate : candidates) {
            keys(candidate).forEach(key -> byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(candidate));
        }
        var found = new ArrayList<AliasFound>();
        for (PublicationDescribed described : lower.values()) {
            List<PublicationDescribed> near = keys(described)
                    .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                    .toList();
            Identification.byTitle(
                            new PublicationId(described.id()), BibliographicKey.of(described), near, roots, threshold)
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

    private static Stream<String> keys(PublicationDescribed described) {
        BibliographicKey work = BibliographicKey.of(described);
        return Stream.of(work.titleKey(), work.authorKey()).filter(Objects::nonNull);
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
