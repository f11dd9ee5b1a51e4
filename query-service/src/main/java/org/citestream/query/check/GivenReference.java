package org.citestream.query.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.publication.WrittenId;

/**
 * A reference as a list gives it; absent parts are null or empty.
 *
 * @param label how the list names it: a number, a citation key, the id of its element
 * @param text the reference as printed, or null; the only part where the list has no fields
 * @param ids CURIEs, the DOI first
 * @param authors family names, or names of groups, in order
 * @param othersOmitted whether the list says that there are more authors (et al.)
 * @param cited whether the text cites it; null where there is no text, or none with links to its list
 */
public record GivenReference(
        String label,
        String text,
        List<String> ids,
        String title,
        List<String> authors,
        boolean othersOmitted,
        Integer year,
        String volume,
        String firstPage,
        String lastPage,
        Boolean cited) {

    public GivenReference {
        ids = List.copyOf(ids);
        authors = List.copyOf(authors);
    }

    /** A reference of which only the printed text is known, with the ids that occur in it. */
    public static GivenReference printed(String label, String text) {
        return new GivenReference(
                label,
                text,
                WrittenReference.ids(text),
                null,
                List.of(),
                WrittenReference.omitsAuthors(text),
                null,
                null,
                null,
                null,
                null);
    }

    /** The DOI without prefix, or null. */
    public String doi() {
        return ids.stream()
                .filter(id -> id.startsWith("doi:"))
                .findFirst()
                .map(id -> id.substring("doi:".length()))
                .orElse(null);
    }

    /** What a reader of a report sees: as printed, else its parts. */
    public String inOneLine() {
        if (text != null) {
            return text;
        }
        String names = String.join(", ", authors) + (othersOmitted && !authors.isEmpty() ? " et al." : "");
        String pages = lastPage == null ? firstPage : firstPage + "–" + lastPage;
        return Stream.of(
                        names.isEmpty() ? null : names,
                        title,
                        year == null ? null : year.toString(),
                        volume == null ? pages : pages == null ? volume : volume + ":" + pages,
                        ids.isEmpty() ? null : ids.get(0))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(". "));
    }

    /** Whether an id is all that is known of it. */
    public boolean isIdAlone() {
        return !ids.isEmpty()
                && title == null
                && (text == null
                        || WrittenId.toCurie(text).isPresent()
                        || ComparedText.words(WrittenReference.withoutAddresses(text))
                                .isEmpty());
    }

    /** Whether it has no title of its own, so that one can only be looked for in its text. */
    boolean isPrinted() {
        return title == null && text != null;
    }

    /** The same as a list prints it, with the ids that only the print has. */
    GivenReference printedAs(String itsLabel, String itsText) {
        return new GivenReference(
                itsLabel,
                itsText,
                ids.isEmpty() ? WrittenReference.ids(itsText) : ids,
                title,
                authors,
                othersOmitted,
                year,
                volume,
                firstPage,
                lastPage,
                cited);
    }

    /** The same with what the text says of it. */
    GivenReference citedInText(Boolean itIs) {
        return new GivenReference(
                label, text, ids, title, authors, othersOmitted, year, volume, firstPage, lastPage, itIs);
    }
}
