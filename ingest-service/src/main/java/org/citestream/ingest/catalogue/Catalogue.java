package org.citestream.ingest.catalogue;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.statement.CitedReference;

/**
 * Read-only lookups in the publications known so far, for uploads. Thread-safe. All calls throw
 * {@link CatalogueUnavailableException} while the database is unavailable.
 */
@Singleton
public record Catalogue(DataSource database, CatalogueSettings settings) {

    /** The id under which to ingest an article, and the weaker ids under which it may have been ingested before. */
    public Identity identify(Front front) {
        try (Connection connection = database.getConnection()) {
            PublicationId own = front.id();
            PublicationId best = better(connection, front, own).orElse(own);
            var former = new LinkedHashMap<PublicationId, Identity.Former>();
            Stream.concat(idsOf(front.identifiers()).stream(), Stream.concat(Stream.of(own), hashOf(front)))
                    .filter(id -> id.kind().compareTo(best.kind()) > 0)
                    .forEach(id -> former.put(id, new Identity.Former(id, Match.Method.proving(id), 1)));
            readBefore(connection, front, best).forEach(one -> former.putIfAbsent(one.id(), one));
            return new Identity(best, List.copyOf(former.values()));
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    /** The publication that each reference cites, and what is known about it. */
    public ReferenceMatches consult(Collection<CitedReference> references) {
        try (Connection connection = database.getConnection()) {
            Map<String, Match> matches = matches(connection, references);
            var ownWords = new HashMap<String, PublicationDescribed>();
            var hearsay = new HashMap<String, PublicationDescribed>();
            Set<String> cited = new LinkedHashSet<>();
            matches.values().forEach(match -> cited.add(match.cited().value()));
            for (PublicationDescribed described : CatalogueQueries.described(connection, cited)) {
                switch (described.source()) {
                    case "reference" -> hearsay.put(described.id(), described);
                    case "fulltext" -> ownWords.put(described.id(), described);
                    default -> ownWords.putIfAbsent(described.id(), described);
                }
            }
            return new ReferenceMatches(matches, ownWords, hearsay);
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    /** Whether the publication's own full text is described in the log. */
    public boolean isReadInFull(PublicationId id) {
        try (Connection connection = database.getConnection()) {
            return CatalogueQueries.described(connection, List.of(id.value())).stream()
                    .anyMatch(described -> "fulltext".equals(described.source()));
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    /** Keys of the notices in the log that this article issued, each with the publication it is about. */
    public Map<String, String> noticesFrom(String source) {
        try (Connection connection = database.getConnection()) {
            var notices = new HashMap<String, String>();
            ArrayQuery.ask(
                    connection,
                    "select notice_key, publication from notice where source = any(?)",
                    row -> notices.put(row.getString(1), row.getString(2)),
                    List.of(source));
            return notices;
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    /** Articles read under a worse id that are this one by title, first author, year and journal. */
    private List<Identity.Former> readBefore(Connection connection, Front front, PublicationId best)
            throws SQLException {
        BibliographicKey work = BibliographicKey.of(front);
        List<PublicationDescribed> read = alike(connection, List.of(work)).stream()
                .filter(described -> "fulltext".equals(described.source()))
                .toList();
        var before = new ArrayList<Identity.Former>();
        for (PublicationDescribed described : read) {
            PublicationId id = new PublicationId(described.id());
            BibliographicKey other = BibliographicKey.of(described);
            double score = WorkSimilarity.of(work, other);
            if (id.kind().compareTo(best.kind()) > 0
                    && other.form().fits(work.form())
                    && score >= Identification.leastFor(id, settings.matchThreshold())) {
                before.add(new Identity.Former(id, Match.Method.TITLE, Math.round(score * 1000) / 1000.0));
            }
        }
        return before;
    }

    private Optional<PublicationId> better(Connection connection, Front front, PublicationId own) throws SQLException {
        if (own.kind() == PublicationId.Scheme.DOI) {
            return Optional.empty();
        }
        PublicationId root =
                CatalogueQueries.roots(connection, List.of(own.value())).get(own.value());
        if (root != null) {
            return Optional.of(root);
        }
        if (own.kind() != PublicationId.Scheme.REF) {
            Optional<PublicationId> claimant = sole(Identification.claimants(
                    own,
                    CatalogueQueries.holders(connection, List.of(own.value())).getOrDefault(own.value(), List.of())));
            if (claimant.isPresent()) {
                return claimant;
            }
        }
        BibliographicKey work = BibliographicKey.of(front);
        List<PublicationDescribed> candidates = alike(connection, List.of(work));
        return Identification.byTitle(own, work, candidates, rootsOf(connection, candidates), settings.matchThreshold())
                .map(Match::cited);
    }

    private Map<String, Match> matches(Connection connection, Collection<CitedReference> references)
            throws SQLException {
        Set<String> curies = new LinkedHashSet<>();
        for (CitedReference reference : references) {
            if (reference.cited().kind() != PublicationId.Scheme.DOI) {
                curies.add(reference.cited().value());
                idsOf(reference.reference().identifiers()).forEach(id -> curies.add(id.value()));
            }
        }
        Map<String, PublicationId> roots = curies.isEmpty() ? Map.of() : CatalogueQueries.roots(connection, curies);
        Map<String, List<CatalogueQueries.IdClaim>> holders =
                curies.isEmpty() ? Map.of() : CatalogueQueries.holders(connection, curies);
        var matches = new HashMap<String, Match>();
        var unknown = new ArrayList<CitedReference>();
        for (CitedReference entry : references) {
            Match match = byIdentifier(entry, roots, holders);
            matches.put(entry.reference().key(), match);
            if (match.method() == Match.Method.OWN) {
                unknown.add(entry);
            }
        }
        matches.putAll(byTitle(connection, unknown));
        return matches;
    }

    private static Match byIdentifier(
            CitedReference entry,
            Map<String, PublicationId> roots,
            Map<String, List<CatalogueQueries.IdClaim>> holders) {
        PublicationId own = entry.cited();
        PublicationId root = roots.get(own.value());
        if (root != null) {
            Match.Method method =
                    own.kind() == PublicationId.Scheme.REF ? Match.Method.TITLE : Match.Method.of(own.kind());
            return new Match(root, method, 1);
        }
        if (own.kind() == PublicationId.Scheme.DOI) {
            return Match.unaided(own);
        }
        for (PublicationId identifier : idsOf(entry.reference().identifiers())) {
            Optional<PublicationId> claimant =
                    sole(Identification.claimants(identifier, holders.getOrDefault(identifier.value(), List.of())));
            if (claimant.isPresent() && claimant.get().kind().compareTo(own.kind()) < 0) {
                return new Match(claimant.get(), Match.Method.of(identifier.kind()), 1);
            }
        }
        return Match.unaided(own);
    }

    private Map<String, Match> byTitle(Connection connection, List<CitedReference> unknown) throws SQLException {
        List<PublicationDescribed> candidates = alike(
                connection,
                unknown.stream()
                        .map(entry -> BibliographicKey.of(entry.reference()))
                        .toList());
        Map<String, PublicationId> roots = rootsOf(connection, candidates);
        Map<String, List<PublicationDescribed>> byKey = new HashMap<>();
        for (PublicationDescribed candidate : candidates) {
            keys(BibliographicKey.of(candidate)).forEach(key -> byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(candidate));
        }
        var matches = new HashMap<String, Match>();
        for (CitedReference entry : unknown) {
            Reference reference = entry.reference();
            BibliographicKey work = BibliographicKey.of(reference);
            List<PublicationDescribed> near = keys(work)
                    .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                    .toList();
            Identification.byTitle(entry.cited(), work, near, roots, settings.matchThreshold())
                    .ifPresent(match -> matches.put(reference.key(), match));
        }
        return matches;
    }

    private static List<PublicationDescribed> alike(Connection connection, List<BibliographicKey> works)
            throws SQLException {
        List<String> titleKeys = works.stream()
                .map(BibliographicKey::titleKey)
                .filter(Objects::nonNull)
                .toList();
        List<String> authorKeys = works.stream()
                .map(BibliographicKey::authorKey)
                .filter(Objects::nonNull)
                .toList();
        return titleKeys.isEmpty() ? List.of() : CatalogueQueries.alike(connection, titleKeys, authorKeys);
    }

    private static Map<String, PublicationId> rootsOf(Connection connection, List<PublicationDescribed> descriptions)
            throws SQLException {
        return descriptions.isEmpty()
                ? Map.of()
                : CatalogueQueries.roots(
                        connection,
                        descriptions.stream().map(PublicationDescribed::id).toList());
    }

    private static Stream<String> keys(BibliographicKey work) {
        return Stream.of(work.titleKey(), work.authorKey()).filter(Objects::nonNull);
    }

    private static Optional<PublicationId> sole(Set<PublicationId> ids) {
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    /** All registered ids as publication ids, the best first. */
    static List<PublicationId> idsOf(Identifiers identifiers) {
        return Stream.of(
                        new Identifiers(identifiers.doi(), null, null, null),
                        new Identifiers(null, identifiers.pmid(), null, null),
                        new Identifiers(null, null, identifiers.pmcid(), null),
                        new Identifiers(null, null, null, identifiers.arxiv()))
                .flatMap(one -> one.best().stream())
                .toList();
    }

    /** The id that the same work would have had without registered ids. */
    private static Stream<PublicationId> hashOf(Front front) {
        return front.title() == null
                ? Stream.empty()
                : Stream.of(PublicationIds.of(
                        Identifiers.NONE,
                        front.title(),
                        front.authors(),
                        front.date().year(),
                        front.journal().title(),
                        front.placement()));
    }
}
