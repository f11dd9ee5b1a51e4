package org.citestream.query.dialect.semanticscholar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.Slug;

/**
 * Who an author is: somebody with an ORCID, else everybody who is written with this name.
 *
 * @param orcid bare, or null
 * @param name as shown; of a person with an ORCID null where only the ORCID was asked for
 */
record AuthorKey(String orcid, String name) {

    private static final Pattern ORCID = Pattern.compile(
            "(?:orcid:|https?://orcid\\.org/)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])", Pattern.CASE_INSENSITIVE);

    static AuthorKey of(ShownAuthor author) {
        return new AuthorKey(author.orcid(), author.name());
    }

    /** The author that an id means; empty if it is no id of ours. */
    static Optional<AuthorKey> parse(String id) {
        Matcher orcid = ORCID.matcher(id.strip());
        if (orcid.matches()) {
            return Optional.of(new AuthorKey(orcid.group(1).toUpperCase(Locale.ROOT), null));
        }
        return Slug.identity(id.strip())
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .map(name -> new AuthorKey(null, name));
    }

    /** What clients ask for the author by: the ORCID, else a slug that the name can be read back from. */
    String id() {
        return orcid == null ? Slug.of(name, name) : orcid;
    }

    /** Our index's question for works that name this author. */
    String words() {
        return orcid == null
                ? BulkQuery.plain(name).stream()
                        .map(word -> "author:\"" + word + '"')
                        .collect(Collectors.joining(" "))
                : "orcid:" + orcid;
    }
}
