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

/** Decides which better-known publication an id or a description refers to; none if two fit equally well. Pure. */
final class Identification {
    /** Two scores closer than this are a tie: nobody can tell which work is meant. */
    private static final double TIE = 0.02;

    /** Two registered ids are taken for one work only without any doubt. */
    private static final double SURE = 0.99;

    private Identification() {}

    /** From which likeness on a work with this id is another. */
    static double leastFor(PublicationId own, double threshold) {
        return own.kind() == PublicationId.Scheme.REF ? threshold : Math.max(threshold, SURE);
    }

    /** Whether a description has another id of the same kind. */
    private static boolean hasOther(PublicationDescribed described, PublicationId own) {
        if (described.ids() == null) {
            return false;
        }
        String same =
                switch (own.kind()) {
                    case PMID -> described.ids().pmid();
                    case PMCID -> described.ids().pmcid();
                    case ARXIV -> described.ids().arxiv();
                    case DOI, REF -> null;
                };
        return same != null && !same.equals(own.local());
    }

    /** Publications of the best kind that claim an identifier; more than one is a conflict. */
    static Set<PublicationId> claimants(PublicationId lower, List<CatalogueQueries.IdClaim> holders) {
        List<CatalogueQueries.IdClaim> better = holders.stream()
                .filter(holder -> holder.id().kind().compareTo(lower.kind()) < 0)
                .toList();
        // A work's own description outranks that of a reference list.
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
     * The publication with a better kind of id that this work is, if one is alike enough and no other comes near. Of a work
     * with a registered id, title, author and year must agree to the letter, and no id contradict.
     *
     * @param own the work's own id
     * @param roots the best ids of candidates that have better ones
     */
    static Optional<Match> byTitle(
            PublicationId own,
            BibliographicKey work,
            Collection<PublicationDescribed> candidates,
            Map<String, PublicationId> roots,
            double threshold) {
        double least = leastFor(own, threshold);
        Map<PublicationId, Double> scores = new HashMap<>();
        for (PublicationDescribed candidate : candidates) {
            PublicationId id = roots.getOrDefault(candidate.id(), new PublicationId(candidate.id()));
            BibliographicKey other = BibliographicKey.of(candidate);
            if (id.kind().compareTo(own.kind()) < 0 && other.form().fits(work.form()) && !hasOther(candidate, own)) {
                scores.merge(id, WorkSimilarity.of(work, other), Math::max);
            }
        }
        List<Map.Entry<PublicationId, Double>> ranked = scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
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
