package org.citestream.query.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A publication and what is known about it; absent fields are unknown.
 *
 * @param id CURIE
 * @param ids by kind (doi, pmid, pmcid, arxiv), without prefix
 * @param published as precise as known: 2021, 2021-03 or 2021-03-05
 * @param listedAs if no title is known, how a reference list prints it
 * @param notices editorial notices on a citing publication; a report lists those on its own publication separately
 */
public record ShownPublication(
        String id,
        Map<String, String> ids,
        String title,
        @JsonProperty("abstract") String summary,
        List<ShownAuthor> authors,
        boolean authorsTruncated,
        String journal,
        String journalAbbreviation,
        List<String> issns,
        String publisher,
        String published,
        Integer year,
        String volume,
        String issue,
        String firstPage,
        String lastPage,
        String articleType,
        String publicationType,
        List<String> subjects,
        List<String> keywords,
        String licence,
        String licenceId,
        String language,
        String fullTextUrl,
        List<ShownLink> links,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ShownFunding> funding,
        String listedAs,
        List<ShownNotice> notices) {

    /** What the address of a licence contains under which everybody may read the work. */
    public static final String OPEN_LICENCE = "creativecommons.org";

    /** With what the SPDX id of such a licence begins. */
    public static final String OPEN_LICENCE_ID = "CC";

    private static final int LONGEST_NAME = 300;

    /**
     * Who paid, as the article says.
     *
     * @param funderId address of its ROR or Funder Registry entry
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ShownFunding(String funder, String funderId, String award) {}

    /** A link to another publication: its preprint or its published version. */
    public record ShownLink(String kind, String id) {}

    /** Whether everybody may read it, by its licence. */
    public boolean openlyLicensed() {
        return (licenceId != null && licenceId.startsWith(OPEN_LICENCE_ID))
                || (licence != null && licence.contains(OPEN_LICENCE));
    }

    /** Whether a notice says that it must not be relied upon. */
    public boolean retracted() {
        return notices != null && notices.stream().anyMatch(notice -> ShownNotice.retracts(notice.kind()));
    }

    /** The DOI without prefix, or null. */
    @JsonIgnore
    public String doi() {
        return ids.get("doi");
    }

    /**
     * Its display name: the title, else what is known of authors, journal and year, else how a reference list prints
     * it, else its identifier.
     */
    @JsonIgnore
    public String name() {
        if (title != null) {
            return title;
        }
        String first = authors.stream()
                .map(ShownAuthor::name)
                .filter(author -> !author.isBlank())
                .findFirst()
                .orElse(null);
        String described = Stream.of(
                        first == null ? null : authors.size() > 1 || authorsTruncated ? first + " et al." : first,
                        journal,
                        (first == null && journal == null) || year == null ? null : year.toString())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        if (!described.isEmpty()) {
            return described;
        }
        if (listedAs != null && !listedAs.isBlank()) {
            return listedAs.length() <= LONGEST_NAME ? listedAs : listedAs.substring(0, LONGEST_NAME - 1) + "…";
        }
        return nameOf(id);
    }

    /**
     * The display name of a work of which only the id is known; a hash in place of an identifier would say nothing.
     */
    public static String nameOf(String curie) {
        if (curie.startsWith("ref:")) {
            return "Untitled work";
        }
        return curie.startsWith("doi:") ? curie.substring("doi:".length()) : curie;
    }

    /** Its title, else how a reference list prints it; null if neither is known. */
    @JsonIgnore
    public String titleOrListed() {
        return title == null ? listedAs : title;
    }

    public ShownPublication withoutNotices() {
        return with(title, summary, authors, year, null);
    }

    /** For lists: without its abstract and its authors' affiliations. */
    public ShownPublication brief() {
        return with(title, null, authors.stream().map(ShownAuthor::brief).toList(), year, notices);
    }

    /** With the text of a reference list, if nothing else is known. */
    public ShownPublication titledAtLeast(String listed, Integer listedYear) {
        return with(title == null ? listed : title, summary, authors, year == null ? listedYear : year, notices);
    }

    private ShownPublication with(
            String itsTitle,
            String itsSummary,
            List<ShownAuthor> itsAuthors,
            Integer itsYear,
            List<ShownNotice> itsNotices) {
        return new ShownPublication(
                id,
                ids,
                itsTitle,
                itsSummary,
                itsAuthors,
                authorsTruncated,
                journal,
                journalAbbreviation,
                issns,
                publisher,
                published,
                itsYear,
                volume,
                issue,
                firstPage,
                lastPage,
                articleType,
                publicationType,
                subjects,
                keywords,
                licence,
                licenceId,
                language,
                fullTextUrl,
                links,
                funding,
                itsTitle == null ? listedAs : null,
                itsNotices);
    }
}
