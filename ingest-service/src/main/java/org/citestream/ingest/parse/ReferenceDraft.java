package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Doi;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.article.RegisteredIds;

/** A reference while it is read: of everything said twice the first counts, of DOIs the most explicit. */
final class ReferenceDraft {
    private static final int LONGEST_RAW = 4_000;

    String label;
    String title;
    String container;
    Integer year;
    String volume;
    String issue;
    String firstPage;
    String lastPage;
    boolean truncated;
    /** Whether the source is the work itself and not what contains it. */
    boolean whole;
    /** Whether the file leaves open what kind of work this is. */
    boolean open;
    /** Whether what is known was read out of its words, ids left aside. */
    boolean fromWords;
    /** Whether a publisher is named. */
    boolean published;

    String raw;
    final List<Author> authors = new ArrayList<>();
    private String declaredDoi;
    private String conflict;
    private String linkedDoi;
    private String pmid;
    private String pmcid;
    private String arxiv;

    /** An id that the file declares as one of this kind. */
    void id(String kind, String value) {
        if (value == null) {
            return;
        }
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "doi" -> declaredDoi = first(declaredDoi, Doi.clean(value));
            case "pmid", "pubmed", "medline" -> pmid = first(pmid, RegisteredIds.pmid(value));
            case "pmcid", "pmc" -> pmcid = first(pmcid, RegisteredIds.pmcid(value));
            case "arxiv" -> arxiv = first(arxiv, RegisteredIds.arxiv(value));
            default -> link(value);
        }
    }

    /** What the printed entry says of the DOI, which outranks what a tool found for it unless one is cut from the other. */
    void printedDois(List<String> printed) {
        if (declaredDoi == null || printed.isEmpty() || printed.stream().anyMatch(doi -> isCutFrom(doi, declaredDoi))) {
            return;
        }
        conflict = "DOI " + declaredDoi + " was found for an entry that prints DOI " + printed.get(0);
        declaredDoi = printed.get(0);
    }

    private static boolean isCutFrom(String one, String other) {
        String squeezed = one.replaceAll("[^a-z0-9]", "");
        String against = other.replaceAll("[^a-z0-9]", "");
        return squeezed.startsWith(against) || against.startsWith(squeezed);
    }

    /** What the entry says against itself, in words. */
    Optional<String> conflict() {
        return Optional.ofNullable(conflict);
    }

    /** An address, or anything else that may hold an id. */
    void link(String address) {
        if (address == null) {
            return;
        }
        linkedDoi = first(linkedDoi, Doi.inLink(address));
        arxiv = first(arxiv, RegisteredIds.arxivInLink(address));
        pmid = first(pmid, RegisteredIds.pmidInLink(address));
        pmcid = first(pmcid, RegisteredIds.pmcidInLink(address));
    }

    private static String first(String known, Optional<String> found) {
        return known != null ? known : found.orElse(null);
    }

    /** Takes from another reading of the same entry what this one lacks. */
    void fillFrom(ReferenceDraft other) {
        label = label == null ? other.label : label;
        if (title == null && other.fromWords && repeats(container, other.title)) {
            // What is tagged as the source is the work itself: the words say it again as the title.
            title = container;
            container = null;
        }
        title = title == null ? other.title : title;
        container = container == null ? other.container : container;
        year = year == null ? other.year : year;
        volume = volume == null ? other.volume : volume;
        issue = issue == null ? other.issue : issue;
        firstPage = firstPage == null ? other.firstPage : firstPage;
        lastPage = lastPage == null ? other.lastPage : lastPage;
        truncated |= other.truncated;
        whole |= other.whole;
        open |= other.open;
        published |= other.published;
        if (authors.isEmpty()) {
            authors.addAll(other.authors);
        }
        declaredDoi = declaredDoi == null ? other.declaredDoi : declaredDoi;
        linkedDoi = linkedDoi == null ? other.linkedDoi : linkedDoi;
        pmid = pmid == null ? other.pmid : pmid;
        pmcid = pmcid == null ? other.pmcid : pmcid;
        arxiv = arxiv == null ? other.arxiv : arxiv;
        raw = raw == null ? other.raw : raw;
    }

    private static boolean repeats(String container, String title) {
        String one = PublicationIds.normalise(container);
        String other = PublicationIds.normalise(title);
        return !one.isEmpty() && !other.isEmpty() && (one.startsWith(other) || other.startsWith(one));
    }

    /** Whether this names a work and is no mere remark. */
    boolean identifiesWork() {
        return title != null
                || container != null
                || declaredDoi != null
                || linkedDoi != null
                || pmid != null
                || year != null
                || !authors.isEmpty();
    }

    /** Whether something tells where the work appeared or what it is. */
    boolean isPlaced() {
        return title != null || container != null || declaredDoi != null;
    }

    /** Whether everything is said that a reference says, so that more people belong to another work. */
    boolean isWhole() {
        return isPlaced()
                && year != null
                && (volume != null || firstPage != null || declaredDoi != null || pmid != null);
    }

    /** Whether another citation is of the same work: one id, or one place in a container. */
    boolean sameAs(ReferenceDraft other) {
        String doi = declaredDoi == null ? linkedDoi : declaredDoi;
        String otherDoi = other.declaredDoi == null ? other.linkedDoi : other.declaredDoi;
        if (doi != null && otherDoi != null) {
            return doi.equals(otherDoi);
        }
        if (pmid != null && other.pmid != null) {
            return pmid.equals(other.pmid);
        }
        return year != null
                && volume != null
                && firstPage != null
                && year.equals(other.year)
                && volume.equals(other.volume)
                && firstPage.equals(other.firstPage);
    }

    /** Whether nothing but its text is known, ids left aside. */
    boolean untagged() {
        return title == null && container == null && year == null && authors.isEmpty() && volume == null;
    }

    /**
     * With volume, issue or first page the source is what contains the work; but a book may have a volume or pages of its
     * own, and what names a publisher may give the number of its pages.
     */
    private boolean inContainer() {
        boolean placed = volume != null && firstPage != null;
        boolean perhaps = volume != null || (firstPage != null && !published);
        return issue != null || placed || (open && perhaps);
    }

    Reference build(String key) {
        String words = raw == null ? "" : raw;
        String doi = declaredDoi != null ? declaredDoi : linkedDoi;
        if (doi == null) {
            doi = Doi.findIn(words).orElse(null);
        }
        if (arxiv == null) {
            arxiv = RegisteredIds.arxivIn(words).orElse(null);
        }
        pmid = first(pmid, RegisteredIds.pmidIn(words));
        pmcid = first(pmcid, RegisteredIds.pmcidIn(words));
        boolean sourceIsWork = title == null && container != null && whole && !inContainer();
        return new Reference(
                key,
                label,
                new Identifiers(doi, pmid, pmcid, arxiv),
                sourceIsWork ? container : title,
                authors,
                truncated || words.contains(" et al"),
                sourceIsWork ? null : container,
                year,
                new Placement(volume, issue, firstPage, lastPage),
                words.length() > LONGEST_RAW ? words.substring(0, LONGEST_RAW) : words);
    }
}
