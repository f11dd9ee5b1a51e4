package org.citestream.query.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.FunderKey;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/**
 * An affiliation or a funder of a work, which has a page of its own.
 *
 * @param key what the page is addressed by
 */
public record ListedName(String key, String name) {

    /** The affiliations of its authors that have a ROR id, each once. */
    static List<ListedName> institutions(ShownPublication work) {
        Map<String, String> names = new LinkedHashMap<>();
        work.authors().stream()
                .flatMap(author -> author.institutions().stream())
                .forEach(institution -> names.putIfAbsent(
                        institution.ror(),
                        institution.name() == null
                                ? ShownAuthor.ShownInstitution.nameless(institution.ror())
                                : institution.name()));
        return listed(names);
    }

    /** Who paid, each once. */
    static List<ListedName> funders(ShownPublication work) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ShownPublication.ShownFunding funding : work.funding()) {
            String key = FunderKey.of(funding.funderId()).orElse(funding.funder());
            if (key != null) {
                names.putIfAbsent(key, funding.funder() == null ? key : funding.funder());
            }
        }
        return listed(names);
    }

    private static List<ListedName> listed(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> new ListedName(name.getKey(), name.getValue()))
                .toList();
    }
}
