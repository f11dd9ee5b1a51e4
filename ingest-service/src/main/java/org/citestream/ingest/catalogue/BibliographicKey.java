package org.citestream.ingest.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.catalogue.registry.RegistryEntry;
import org.citestream.ingest.fact.PublicationDescribed;

/**
 * What a work is recognised by when no id tells: title, first author's family name, year and journal.
 *
 * @param title normalised: lower-case words, no accents, single blanks; empty when unknown
 * @param family normalised family name of the first author; empty when unknown
 * @param year null when unknown
 * @param form before or after publication; one is never taken for the other
 * @param journal normalised name of the journal or book, short or long; empty when unknown
 */
public record BibliographicKey(String title, String family, Integer year, Form form, String journal) {
    /** In which form a work is described. */
    public enum Form {
        PREPRINT,
        PUBLISHED,
        /** Nothing tells, so that it may be either. */
        UNKNOWN;

        /** Whether two descriptions may be of one form. */
        public boolean fits(Form other) {
            return this == other || this == UNKNOWN || other == UNKNOWN;
        }
    }

    /** A shorter title ("Editorial") names no work. */
    private static final int LEAST_TITLE_LETTERS = 20;

    private static final int AUTHOR_KEY_TITLE_LENGTH = 16;
    private static final int MOST_TITLE_KEY_LENGTH = 300;
    /** Cold Spring Harbor's journals share a registrant with bioRxiv, whose suffixes begin with a digit. */
    private static final Pattern PREPRINT_ID =
            Pattern.compile("arxiv:.*|doi:(?:10\\.1101/\\d.*|10\\.64898/.*|10\\.48550/.*"
                    + "|10\\.21203/rs\\..*|10\\.20944/preprints.*|10\\.31234/.*|10\\.26434/.*)");

    private static final List<String> PREPRINT_CONTAINERS =
            List.of("biorxiv", "medrxiv", "arxiv", "research square", "preprints", "psyarxiv", "ssrn", "chemrxiv");

    public static BibliographicKey of(Reference reference) {
        String journal = PublicationIds.normalise(reference.container());
        return new BibliographicKey(
                PublicationIds.normalise(reference.title()),
                firstFamily(reference.authors()),
                reference.year(),
                journal.isEmpty() ? Form.UNKNOWN : isPreprintServer(journal) ? Form.PREPRINT : Form.PUBLISHED,
                journal);
    }

    public static BibliographicKey of(Front front) {
        String journal = PublicationIds.normalise(front.journal().title());
        return new BibliographicKey(
                PublicationIds.normalise(front.title()),
                firstFamily(front.authors()),
                front.date().year(),
                form(front.id().value(), front.publicationType() == PublicationType.PREPRINT, journal),
                journal);
    }

    public static BibliographicKey of(RegistryEntry entry) {
        String journal = PublicationIds.normalise(entry.journal().title());
        boolean preprint = "posted-content".equals(entry.type()) || "preprint".equals(entry.type());
        return new BibliographicKey(
                PublicationIds.normalise(entry.title()),
                firstFamily(entry.authors()),
                entry.date().year(),
                preprint ? Form.PREPRINT : Form.PUBLISHED,
                journal);
    }

    public static BibliographicKey of(PublicationDescribed described) {
        String family = described.authors().isEmpty()
                ? ""
                : PublicationIds.normalise(nameOf(described.authors().get(0)));
        Integer year = described.published() == null
                ? null
                : Integer.valueOf(described.published().substring(0, 4));
        String journal = PublicationIds.normalise(described.journal());
        Form form = form(described.id(), "preprint".equals(described.publicationType()), journal);
        return new BibliographicKey(PublicationIds.normalise(described.title()), family, year, form, journal);
    }

    private static Form form(String id, boolean preprint, String journal) {
        if (preprint || isPreprintServer(journal) || PREPRINT_ID.matcher(id).matches()) {
            return Form.PREPRINT;
        }
        return journal.isEmpty() && id.startsWith("ref:") ? Form.UNKNOWN : Form.PUBLISHED;
    }

    private static boolean isPreprintServer(String journal) {
        return PREPRINT_CONTAINERS.stream().anyMatch(journal::startsWith);
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
