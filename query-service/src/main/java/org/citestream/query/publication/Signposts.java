package org.citestream.query.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Links for machines in the header of a work's page (RFC 8288, as FAIR Signposting specifies): how to cite it, its
 * authors, its licence, and its descriptions in other formats. Stateless.
 */
public final class Signposts {

    private static final int MOST_AUTHORS = 50;

    private Signposts() {}

    /**
     * Values of Link headers.
     *
     * @param described media types of its descriptions
     * @param address the absolute URL of each, by id and media type
     */
    public static List<String> of(
            ShownPublication work, Stream<String> described, BiFunction<String, String, String> address) {
        List<String> links = new ArrayList<>();
        String id = work.doi() == null ? work.id() : work.doi();
        if (work.doi() != null) {
            links.add(link("https://doi.org/" + work.doi(), "rel=\"cite-as\""));
        }
        links.add(link("https://schema.org/ScholarlyArticle", "rel=\"type\""));
        work.authors().stream()
                .filter(author -> author.orcid() != null)
                .limit(MOST_AUTHORS)
                .forEach(author -> links.add(link("https://orcid.org/" + author.orcid(), "rel=\"author\"")));
        if (work.licence() != null && work.licence().startsWith("http")) {
            links.add(link(work.licence(), "rel=\"license\""));
        }
        described.forEach(
                type -> links.add(link(address.apply(id, type), "rel=\"describedby\"; type=\"" + type + "\"")));
        return links;
    }

    /** No URL may close its brackets or end the header. */
    private static String link(String address, String parameters) {
        StringBuilder safe = new StringBuilder();
        address.codePoints().forEach(c -> {
            if (c <= ' ' || c > '~' || "<>\"\\".indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    safe.append("%%%02X".formatted(b));
                }
            } else {
                safe.append((char) c);
            }
        });
        return "<" + safe + ">; " + parameters;
    }
}
