package org.citestream.ingest.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.PublicationDescribed;

/**
 * Decides which better known publication an id or a description stands for; where two are as good, none. Pure.
 */
final class Identification {
    /** Two scores closer than this are a tie: nobody can tell which work is meant. */
    private static final double TIE = 0.02;

    private Identification() {}

    /** Publications of the best kind that claim an identifier; more than one is a conflict. */
    static Set<PublicationId> claimants(PublicationId lower, List<CatalogueQueries.IdClaim> holders) {
        List<CatalogueQueries.IdClaim> better = holders.stream()
                .filter(holder -> holder.id().kind().compareTo(lower.kind()) < 0)
                .toList();
        // What a work says of itself outranks what a reference list says of it.
        List<CatalogueQueries.IdClaim> first = better.stream()
                .filter(holder -> !"reference".equals(holder.source()))
                .toList();
        List<CatalogueQueries.IdClaim> trusted = first.isEmpty() ? better : first;
        Optional<PublicationId.Scheme> best =
                trusted.stream().map(holder -> holder.id().kind()).min(Comparator.naturalOrder());
        return trusted.stream()
                .map(CatalogueQueries.IdClaim::id)
                .filter(id -> best.isPresent() && id.kind() == best.get())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The registered publication that this work is, if one is alike enough and no other comes near.
     *
     * @param roots the best ids of candidates that have better ones
     */
    static Optional<Match> byTitle(
            BibliographicKey work,
            Collection<PublicationDescribed> candidates,
            Map<String, PublicationId> roots,
            double threshold) {
        Map<PublicationId, Double> scores = new HashMap<>();
        for (PublicationDescribed candidate : candidates) {
            PublicationId id = roots.getOrDefault(candidate.id(), new PublicationId(candidate.id()));
            BibliographicKey other = BibliographicKey.of(candidate);
            if (id.kind() != PublicationId.Scheme.REF && other.preprint() == work.preprint()) {
                scores.merge(id, WorkSimilarity.of(work, other), Math::max);
            }
        }
        List<Map.Entry<PublicationId, Double>> ranked = scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .sorted(Map.Entry.<PublicationId, Double>comparingByValue().reversed())
                .toList();
        boolean tied =
                ranked.size() > 1 && ranked.get(0).getValue() - ranked.get(1).getValue() < TIE;
        return ranked.isEmpty() || tied
                ? Optional.empty()
                : Optional.of(new Match(
                        ranked.get(0).getKey(),
                        Match.Method.TITLE,
                        Math.round(ranked.get(0).getValue() * 1000) / 1000.0));
    }
}
