package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.PublicationDescribed;

/** Works with a registered id whose descriptions come near to those of others. For one transaction. */
final class NamedWorks {
    /** An alias stays until the likeness that it was made for has fallen by so much, so that none comes and goes. */
    private static final double ENDURANCE = 0.1;

    private final Map<String, List<PublicationDescribed>> byKey = new HashMap<>();
    private final Map<String, PublicationId> roots;

    /** @param ids more ids whose roots will be asked for */
    NamedWorks(Connection connection, Collection<PublicationDescribed> sought, Collection<String> ids)
            throws SQLException {
        List<BibliographicKey> works = sought.stream().map(BibliographicKey::of).toList();
        List<PublicationDescribed> candidates = CatalogueQueries.namedAlike(
                connection,
                works.stream()
                        .map(BibliographicKey::titleKey)
                        .filter(Objects::nonNull)
                        .toList(),
                works.stream()
                        .map(BibliographicKey::authorKey)
                        .filter(Objects::nonNull)
                        .toList());
        roots = CatalogueQueries.roots(
                connection,
                Stream.concat(candidates.stream().map(PublicationDescribed::id), ids.stream())
                        .toList());
        for (PublicationDescribed candidate : candidates) {
            keys(candidate).forEach(key -> byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(candidate));
        }
    }

    /** The better known work that this is, if there is one and no other comes near. */
    Optional<Match> best(PublicationDescribed described, double threshold) {
        return match(described, near(described), threshold);
    }

    /** Whether some description of the better known work is still like this one. */
    boolean bearOut(PublicationDescribed described, PublicationId better, double threshold) {
        PublicationId root = rootOf(better.value());
        List<PublicationDescribed> itsOwn = near(described).stream()
                .filter(candidate -> rootOf(candidate.id()).equals(root))
                .toList();
        return match(described, itsOwn, threshold - ENDURANCE).isPresent();
    }

    private Optional<Match> match(
            PublicationDescribed described, Collection<PublicationDescribed> candidates, double threshold) {
        return Identification.byTitle(
                new PublicationId(described.id()), BibliographicKey.of(described), candidates, roots, threshold);
    }

    private PublicationId rootOf(String id) {
        return roots.containsKey(id) ? roots.get(id) : new PublicationId(id);
    }

    private List<PublicationDescribed> near(PublicationDescribed described) {
        return keys(described)
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .toList();
    }

    private static Stream<String> keys(PublicationDescribed described) {
        BibliographicKey work = BibliographicKey.of(described);
        return Stream.of(work.titleKey(), work.authorKey()).filter(Objects::nonNull);
    }
}
