package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;

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
    private final IdDraft ids = new IdDraft();
    private String conflict;

    /** An id that the file declares as one of this kind. */
    void id(String kind, String value) {
        String known = kind.equalsIgnoreCase("pubmed") || kind.equalsIgnoreCase("medline") ? "pmid" : kind;
        if (value != null && !ids.declare(known, value)) {
            ids.link(value);
        }
    }

    /** What the printed entry says of the DOI, which outranks what a tool found for it unless one is cut from the other. */
    void printedDois(List<String> printed) {
        conflict = ids.correct(printed).orElse(conflict);
    }

    /** What the entry says against itself, in words. */
    Optional<String> conflict() {
        return Optional.ofNullable(conflict);
    }

    /** An address, or anything else that may hold an id. */
    void link(String address) {
        if (address != null) {
            ids.link(address);
        }
    }

    /** Takes from another reading of the same entry what this one lacks. */
    void fillFrom(ReferenceDraft other) {
        label = or(label, other.label);
        if (title == null && other.fromWords && repeats(container, other.title)) {
            // What is tagged as the source is the work itself: the words say it again as the title.
            title = container;
            container = null;
        }
        title = or(title, other.title);
        container = or(container, other.container);
        year = or(year, other.year);
        volume = or(volume, other.volume);
        issue = or(issue, other.issue);
        firstPage = or(firstPage, other.firstPage);
        lastPage = or(lastPage, other.lastPage);
        truncated |= other.truncated;
        whole |= other.whole;
        open |= other.open;
        published |= other.published;
        if (authors.isEmpty()) {
            authors.addAll(other.authors);
        }
        ids.fillFrom(other.ids);
        raw = or(raw, other.raw);
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
                || ids.doi() != null
                || ids.pmid() != null
                || year != null
                || !authors.isEmpty();
    }

    /** Whether something tells where the work appeared or what it is. */
    boolean isPlaced() {
        return title != null || container != null || ids.doi() != null;
    }

    /** Whether everything is said that a reference says, so that more people belong to another work. */
    boolean isWhole() {
        return isPlaced()
                && year != null
                && (volume != null || firstPage != null || ids.doi() != null || ids.pmid() != null);
    }

    /** Whether another citation is of the same work: one id, or one place in a container. */
    boolean sameAs(ReferenceDraft other) {
        if (ids.doi() != null && other.ids.doi() != null) {
            return ids.doi().equals(other.ids.doi());
        }
        if (ids.pmid() != null && other.ids.pmid() != null) {
            return ids.pmid().equals(other.ids.pmid());
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
        ids.findIn(words);
        boolean sourceIsWork = title == null && container != null && whole && !inContainer();
        return new Reference(
                key,
                label,
                ids.build(),
                sourceIsWork ? container : title,
                authors,
                truncated || words.contains(" et al"),
                sourceIsWork ? null : container,
                year,
                new Placement(volume, issue, firstPage, lastPage),
                words.length() > LONGEST_RAW ? words.substring(0, LONGEST_RAW) : words);
    }
}
