package org.citestream.query.web;

import org.citestream.query.PublicUrl;
import org.citestream.query.report.ShownPublication;

/**
 * What others paste into their pages to show how a work is cited.
 *
 * @param path of the badge as a picture, on this host
 * @param html the markup with the script, or null for a work without a DOI
 * @param markdown the picture with a link to the report
 */
public record BadgeSnippet(String path, String html, String markdown) {

    static BadgeSnippet of(ShownPublication work, Address report, PublicUrl outside) {
        String path = Address.of("badge", Wording.bare(work.id()) + ".svg").path();
        String html = work.doi() == null
                ? null
                : "<script async src=\"%s\"></script>\n<div class=\"scite-badge\" data-doi=\"%s\"></div>"
                        .formatted(outside.of("/badge/scite-badge-latest.min.js"), attribute(work.doi()));
        return new BadgeSnippet(
                path,
                html,
                "[![How this work is cited](%s)](%s)".formatted(outside.of(path), outside.of(report.path())));
    }

    /** DOIs may have quotes and angle brackets. */
    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
