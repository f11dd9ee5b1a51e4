package org.citestream.query.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.publication.WrittenId;

/** A reference while it is being read, field by field; the first value of a field counts. For one thread. */
final class ReferenceDraft {

    private static final Pattern YEAR = Pattern.compile("\\b(1[4-9]\\d\\d|20\\d\\d)");
    private static final Pattern PAGES =
            Pattern.compile("^\\s*(?:pp?\\.?\\s*)?([^\\s\\-–—−,;]+)(?:\\s*[-–—−]+\\s*(\\S+))?");

    private final String label;
    private final List<String> ids = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private String text;
    private String title;
    private boolean othersOmitted;
    private Integer year;
    private String volume;
    private String firstPage;
    private String lastPage;

    ReferenceDraft(String label) {
        this.label = label;
    }

    ReferenceDraft text(String printed) {
        text = text == null ? clean(printed) : text;
        return this;
    }

    ReferenceDraft title(String written) {
        title = title == null ? clean(written) : title;
        return this;
    }

    boolean hasTitle() {
        return title != null;
    }

    boolean hasNoId() {
        return ids.isEmpty();
    }

    /** @param kind doi, pmid, pmcid or arxiv */
    ReferenceDraft id(String kind, String written) {
        String value = clean(written);
        if (value == null) {
            return this;
        }
        Optional<String> curie =
                kind.equals("doi") ? WrittenReference.doi(value) : WrittenId.toCurie(kind + ":" + value);
        curie.filter(id -> !ids.contains(id)).ifPresent(id -> ids.add(kind.equals("doi") ? 0 : ids.size(), id));
        return this;
    }

    /** An id that says itself of which kind it is. */
    ReferenceDraft written(String id) {
        Optional.ofNullable(clean(id))
                .flatMap(WrittenId::toCurie)
                .filter(curie -> !ids.contains(curie))
                .ifPresent(ids::add);
        return this;
    }

    ReferenceDraft author(String family) {
        String name = clean(family);
        if (name != null && WrittenReference.isEtAl(name)) {
            othersOmitted = true;
        } else if (name != null) {
            authors.add(name);
        }
        return this;
    }

    ReferenceDraft othersOmitted() {
        othersOmitted = true;
        return this;
    }

    ReferenceDraft year(String written) {
        Matcher found = written == null ? null : YEAR.matcher(written);
        if (year == null && found != null && found.find()) {
            year = Integer.valueOf(found.group(1));
        }
        return this;
    }

    ReferenceDraft volume(String written) {
        volume = volume == null ? clean(written) : volume;
        return this;
    }

    ReferenceDraft firstPage(String written) {
        firstPage = firstPage == null ? clean(written) : firstPage;
        return this;
    }

    ReferenceDraft lastPage(String written) {
        lastPage = lastPage == null ? clean(written) : lastPage;
        return this;
    }

    /** A range such as 45–50, or one page. */
    ReferenceDraft pages(String written) {
        Matcher found = written == null ? null : PAGES.matcher(written);
        return found != null && found.find() ? firstPage(found.group(1)).lastPage(found.group(2)) : this;
    }

    /** The reference; ids that only its text has are taken from there. */
    GivenReference read() {
        if (text != null && ids.isEmpty()) {
            ids.addAll(WrittenReference.ids(text));
        }
        boolean open = othersOmitted || (text != null && WrittenReference.omitsAuthors(text));
        return new GivenReference(label, text, ids, title, authors, open, year, volume, firstPage, lastPage, null);
    }

    private static String clean(String written) {
        String plain = written == null ? "" : written.replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }
}
