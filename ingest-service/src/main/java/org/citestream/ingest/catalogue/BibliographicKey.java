package org.citestream.ingest.catalogue;

import java.util.List;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.catalogue.registry.RegistryEntry;
import org.citestream.ingest.fact.PublicationDescribed;

/**
 * What a work is recognised by when no id tells: title, first author's family name and year.
 *
 * @param title normalised: lower-case words, no accents, single blanks; empty when unknown
 * @param family normalised family name of the first author; empty when unknown
 * @param year null when unknown
 * @param preprint whether it is the form before publication, which is never taken for the published one
 */
public record BibliographicKey(String title, String family, Integer year, boolean preprint) {
    /** A shorter title ("Editorial") names no work. */
    private static final int LEAST_TITLE_LETTERS = 20;

    private static final int AUTHOR_KEY_TITLE_LENGTH = 16;
    private static final int MOST_TITLE_KEY_LENGTH = 300;
    private static final List<String> PREPRINT_DOIS = List.of(
            "doi:10.1101/", "doi:10.48550/", "doi:10.21203/rs.", "doi:10.20944/preprints", "doi:10.31234/", "arxiv:");
    private static final List<String> PREPRINT_CONTAINERS =
            List.of("biorxiv", "medrxiv", "arxiv", "research square", "preprints", "psyarxiv", "ssrn");

    public static BibliographicKey of(Reference reference) {
        return new BibliographicKey(
                PublicationIds.normalise(reference.title()),
                firstFamily(reference.authors()),
                reference.year(),
                isPreprintServer(reference.container()));
    }

    public static BibliographicKey of(Front front) {
        return new BibliographicKey(
                PublicationIds.normalise(front.title()),
                firstFamily(front.authors()),
                front.date().year(),
                front.publicationType() == PublicationType.PREPRINT);
    }

    public static BibliographicKey of(RegistryEntry entry) {
        return new BibliographicKey(
                PublicationIds.normalise(entry.title()),
                firstFamily(entry.authors()),
                entry.date().year(),
                "posted-content".equals(entry.type()) || "preprint".equals(entry.type()));
    }

    public static BibliographicKey of(PublicationDescribed described) {
        String family = described.authors().isEmpty()
                ? ""
                : PublicationIds.normalise(nameOf(described.authors().get(0)));
        Integer year = described.published() == null
                ? null
                : Integer.valueOf(described.published().substring(0, 4));
        boolean preprint = "preprint".equals(described.publicationType())
                || isPreprintServer(described.journal())
                || PREPRINT_DOIS.stream().anyMatch(described.id()::startsWith);
        return new BibliographicKey(PublicationIds.normalise(described.title()), family, year, preprint);
    }

    private static boolean isPreprintServer(String container) {
        String words = PublicationIds.normalise(container);
        return PREPRINT_CONTAINERS.stream().anyMatch(words::startsWith);
    }

    private static String nameOf(PublicationDescribed.AuthorValue author) {
        return author.family() == null ? author.collective() : author.family();
    }

    private static String firstFamily(List<Author> authors) {
        return authors.isEmpty() ? "" : PublicationIds.normalise(authors.get(0).family());
    }

    /** Letters and digits of the title; null when it is too short to name a work. */
    public String titleKey() {
        String squeezed = title.replace(" ", "");
        return hasLetters(squeezed) ? squeezed.substring(0, Math.min(squeezed.length(), MOST_TITLE_KEY_LENGTH)) : null;
    }

    private static boolean hasLetters(String words) {
        int letters = 0;
        for (int i = 0; i < words.length() && letters < LEAST_TITLE_LETTERS; ) {
            int letter = words.codePointAt(i);
            letters += Character.isLetter(letter) ? 1 : 0;
            i += Character.charCount(letter);
        }
        return letters >= LEAST_TITLE_LETTERS;
    }

    /** First author and the title's beginning, which finds works whose titles differ a little; null when not known. */
    public String authorKey() {
        String titleKey = titleKey();
        return titleKey == null || family.isEmpty()
                ? null
                : family + "|" + titleKey.substring(0, Math.min(titleKey.length(), AUTHOR_KEY_TITLE_LENGTH));
    }
}
