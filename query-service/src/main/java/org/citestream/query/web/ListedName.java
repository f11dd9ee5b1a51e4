package org.citestream.query.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.FunderKey;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/**
 * What a work is listed by and has a page of its own.
 *
 * @param key by which the page goes
 */
public record ListedName(String key, String name) {

    /** The affiliations of its authors that have a ROR id, each once. */
    static List<ListedName> institutions(ShownPublication work) {
        Map<String, String> names = new LinkedHashMap<>();
        work.authors().stream()
                .filter(author -> author.institutions() != null)
                .flatMap(author -> author.institutions().stream())
                .forEach(institution -> names.merge(institution.ror(), name(institution), (one, other) -> one));
        return listed(names);
    }

    private static String name(ShownAuthor.ShownInstitution institution) {
        return institution.name() == null ? "ror.org/" + institution.ror() : institution.name();
    }

    /** Who paid, each once. */
    static List<ListedName> funders(ShownPublication work) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ShownPublication.ShownFunding funding : work.funding()) {
            String key = FunderKey.of(funding.funderId()).orElse(funding.funder());
            if (key != null) {
                names.merge(key, funding.funder() == null ? key : funding.funder(), (one, other) -> one);
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
