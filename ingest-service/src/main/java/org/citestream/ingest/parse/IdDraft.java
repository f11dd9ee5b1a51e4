package org.citestream.ingest.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.ingest.article.Doi;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.RegisteredIds;

/** The ids of a work while it is read: of each kind the first counts, of DOIs the most explicit. */
final class IdDraft {
    private String declaredDoi;
    private String linkedDoi;
    private String pmid;
    private String pmcid;
    private String arxiv;

    /** Takes an id that the file declares as one of this kind; false for a kind that is not known. */
    boolean declare(String kind, String value) {
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "doi" -> declaredDoi = first(declaredDoi, Doi.clean(value));
            case "pmid" -> pmid = first(pmid, RegisteredIds.pmid(value));
            case "pmc", "pmcid" -> pmcid = first(pmcid, RegisteredIds.pmcid(value));
            case "arxiv" -> arxiv = first(arxiv, RegisteredIds.arxiv(value));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes what an address holds. */
    void link(String address) {
        linkedDoi = first(linkedDoi, Doi.inLink(address));
        arxiv = first(arxiv, RegisteredIds.arxivInLink(address));
        pmid = first(pmid, RegisteredIds.pmidInLink(address));
        pmcid = first(pmcid, RegisteredIds.pmcidInLink(address));
    }

    /** Takes from running text what is still unknown. */
    void findIn(String words) {
        linkedDoi = doi() == null ? Doi.findIn(words).orElse(null) : linkedDoi;
        arxiv = first(arxiv, RegisteredIds.arxivIn(words));
        pmid = first(pmid, RegisteredIds.pmidIn(words));
        pmcid = first(pmcid, RegisteredIds.pmcidIn(words));
    }

    /** Takes from another reading what this one lacks. */
    void fillFrom(IdDraft other) {
        declaredDoi = FirstSaid.or(declaredDoi, other.declaredDoi);
        linkedDoi = FirstSaid.or(linkedDoi, other.linkedDoi);
        pmid = FirstSaid.or(pmid, other.pmid);
        pmcid = FirstSaid.or(pmcid, other.pmcid);
        arxiv = FirstSaid.or(arxiv, other.arxiv);
    }

    /**
     * Lets the DOIs that the printed entry names outrank the declared one, which a tool found, unless one is cut from the
     * other; what was changed, in words.
     */
    Optional<String> correct(List<String> printed) {
        if (declaredDoi == null || printed.isEmpty() || printed.stream().anyMatch(doi -> isCutFrom(doi, declaredDoi))) {
            return Optional.empty();
        }
        String found = declaredDoi;
        declaredDoi = printed.get(0);
        return Optional.of("DOI " + found + " was found for an entry that prints DOI " + declaredDoi);
    }

    private static boolean isCutFrom(String one, String other) {
        String squeezed = one.replaceAll("[^a-z0-9]", "");
        String against = other.replaceAll("[^a-z0-9]", "");
        return squeezed.startsWith(against) || against.startsWith(squeezed);
    }

    /** The declared DOI, else the linked one; null without either. */
    String doi() {
        return FirstSaid.or(declaredDoi, linkedDoi);
    }

    /** Null when unknown. */
    String pmid() {
        return pmid;
    }

    Identifiers build() {
        return new Identifiers(doi(), pmid, pmcid, arxiv);
    }

    private static String first(String known, Optional<String> found) {
        return known != null ? known : found.orElse(null);
    }
}
