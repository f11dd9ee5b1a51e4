package org.citestream.query.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An author: a person, or a group ({@code collective}). All parts may be absent.
 *
 * @param affiliation as printed, several with semicolons between them
 * @param institutions those of them that have a ROR id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShownAuthor(
        String family,
        String given,
        String orcid,
        String affiliation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ShownInstitution> institutions,
        String collective) {

    /** An organisation by its bare ROR id; its name is given once per publication, else null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ShownInstitution(String ror, String name) {

        /** What to call one whose name is not known. */
        public static String nameless(String ror) {
            return "ror.org/" + ror;
        }
    }

    public ShownAuthor {
        institutions = institutions == null ? List.of() : List.copyOf(institutions);
    }

    /** One whose affiliations have no ids. */
    public ShownAuthor(String family, String given, String orcid, String affiliation, String collective) {
        this(family, given, orcid, affiliation, List.of(), collective);
    }

    /** For lists: without the affiliation. */
    ShownAuthor brief() {
        return affiliation == null && institutions.isEmpty()
                ? this
                : new ShownAuthor(family, given, orcid, null, collective);
    }

    /** What their page is addressed by: the ORCID iD, else the name. */
    @JsonIgnore
    public String key() {
        return orcid == null ? name() : orcid;
    }

    /** What a text calls the author: the family name, else the whole name. */
    public String familyOrName() {
        return family == null ? name() : family;
    }

    /** Given name and family name, or the group's name. */
    public String name() {
        if (collective != null) {
            return collective;
        }
        return Stream.of(given, family)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
