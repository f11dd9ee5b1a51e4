package org.citestream.query.project.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** A description of one publication from one kind of source; unknown fields are null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicationDescribed(
        String id,
        Source source,
        Ids ids,
        String title,
        @JsonProperty("abstract") String abstractText,
        List<Author> authors,
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
        JsonNode funding,
        String licence,
        String licenceId,
        String language,
        String fullTextUrl,
        JsonNode links)
        implements PublicationFact {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    public PublicationDescribed {
        Require.publicationId("id", id);
        Require.present("source", source);
        ids = ids == null ? new Ids(null, null, null, null) : ids;
        authors = authors == null ? null : List.copyOf(authors);
        issns = issns == null ? null : List.copyOf(issns);
        subjects = subjects == null ? null : List.copyOf(subjects);
        keywords = keywords == null ? null : List.copyOf(keywords);
        if (published != null && !DATE.matcher(published).matches()) {
            throw new IllegalArgumentException("published must be YYYY, YYYY-MM or YYYY-MM-DD, not " + published);
        }
    }

    /** The source of a description, the most trusted first. */
    public enum Source {
        @JsonProperty("fulltext")
        FULLTEXT(1),
        @JsonProperty("registry")
        REGISTRY(2),
        @JsonProperty("reference")
        REFERENCE(3);

        private final int code;

        Source(int code) {
            this.code = code;
        }

        /** The code in the view's tables. */
        public int code() {
            return code;
        }
    }

    /** Identifiers, each without its prefix. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ids(String doi, String pmid, String pmcid, String arxiv) {}

    /**
     * A person, or a {@code collective}.
     *
     * @param institutions those of the affiliations that have a ROR id
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(
            String family,
            String given,
            String orcid,
            String affiliation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Institution> institutions,
            String collective) {

        public Author {
            institutions = institutions == null ? List.of() : List.copyOf(institutions);
        }

        /** One whose affiliations have no ids. */
        public Author(String family, String given, String orcid, String affiliation, String collective) {
            this(family, given, orcid, affiliation, List.of(), collective);
        }
    }

    /** An organisation by its bare ROR id; its name is given once per publication, else null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Institution(String ror, String name) {}
}
