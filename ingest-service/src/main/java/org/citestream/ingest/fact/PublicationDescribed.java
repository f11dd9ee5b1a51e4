package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What is known of one publication from one kind of source.
 *
 * @param source {@code fulltext}, {@code registry} or {@code reference}
 * @param authorsTruncated whether the list was cut by "et al."; null when no authors are known
 * @param published as precise as known: year, month or day
 * @param licenceId SPDX id of {@code licence}, the address or wording; null when it has none
 * @param describedBy the citing work whose reference list this was read from; null for other sources
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PublicationDescribed(
        String id,
        String source,
        @JsonInclude(JsonInclude.Include.ALWAYS) IdsValue ids,
        String title,
        @JsonProperty("abstract") String abstractText,
        List<AuthorValue> authors,
        Boolean authorsTruncated,
        String journal,
        String journalAbbreviation,
        List<String> issns,
        String publisher,
        String published,
        String volume,
        String issue,
        String firstPage,
        String lastPage,
        String articleType,
        String publicationType,
        List<String> subjects,
        List<String> keywords,
        List<FundingValue> funding,
        String licence,
        String licenceId,
        String language,
        String fullTextUrl,
        List<LinkValue> links,
        String describedBy)
        implements Fact {
    public PublicationDescribed {
        ids = ids == null ? IdsValue.NONE : ids;
        authors = copy(authors);
        issns = copy(issns);
        subjects = copy(subjects);
        keywords = copy(keywords);
        funding = copy(funding);
        links = copy(links);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The key under which this kind of source describes this publication. */
    public static String keyOf(String source, String id) {
        return source + " " + id;
    }

    @Override
    public Stream stream() {
        return Stream.PUBLICATIONS;
    }

    @Override
    public String recordKey() {
        return keyOf(source, id);
    }

    @Override
    public String about() {
        return id;
    }

    @Override
    public long headerRevision() {
        return 0;
    }

    /** A person, or a group's name in {@code collective}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuthorValue(
            String family,
            String given,
            String orcid,
            String affiliation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InstitutionValue> institutions,
            String collective) {
        public AuthorValue {
            institutions = copy(institutions);
        }
    }

    /** An organisation by its bare ROR id, and its name as printed if it has one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InstitutionValue(String ror, String name) {}

    /** Who paid, by which id if one is given, and under which number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FundingValue(String funder, String funderId, String award) {}

    /**
     * Preprint and published version are linked, never aliased.
     *
     * @param kind {@code preprint-of} or {@code has-preprint}
     */
    public record LinkValue(String kind, String id) {}
}
