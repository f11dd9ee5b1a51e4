package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Pages that say what went wrong and what to do. */
final class ErrorPages {

    private ErrorPages() {}

    static Response notFound(String written) {
        return Response.status(404)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(PageTemplates.problem(
                        "We don't have this work yet",
                        "No article added so far is, or cites, “" + written + "”.",
                        "Search by title or DOI, or add articles that cite it."))
                .build();
    }

    /**
     * A page for one reader, before or after a mail: kept out of search engines and caches, because the token is in the
     * URL.
     */
    static Response unlisted(TemplateInstance page) {
        return Response.ok(page)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(PageTemplates.problem(title, detail, "Go back, or start again from the first page."))
                .build();
    }
}
