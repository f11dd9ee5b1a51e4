package org.citestream.query.web.badge;

import org.citestream.query.PublicUrl;

/**
 * The snippets that others paste into their pages to show how a work is cited.
 *
 * @param path of the badge as a picture, on this host
 * @param html the markup with the script, or null for a work without a DOI
 * @param markdown the picture with a link to the report
 */
public record BadgeSnippet(String path, String html, String markdown) {

    /**
     * The snippets of a work.
     *
     * @param doi of the work, or null
     * @param path of its picture
     * @param report path of its report
     */
    public static BadgeSnippet of(String doi, String path, String report, PublicUrl outside) {
        String html = doi == null
                ? null
                : "<script async src=\"%s\"></script>\n<div class=\"scite-badge\" data-doi=\"%s\"></div>"
                        .formatted(outside.of("/badge/scite-badge-latest.min.js"), BadgeSvg.escaped(doi));
        return new BadgeSnippet(
                path, html, "[![How this work is cited](%s)](%s)".formatted(outside.of(path), outside.of(report)));
    }
}
