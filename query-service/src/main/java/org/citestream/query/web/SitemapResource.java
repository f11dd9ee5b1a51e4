package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Snapshot;

/** For search engines: which pages not to crawl, and a sitemap of all reports, in parts by key. */
@Path("/")
@Blocking
public class SitemapResource {

    private static final String XMLNS = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    private static final List<String> PAGES = List.of(
            "/",
            "/search",
            "/check",
            "/collections",
            "/integrity",
            "/live",
            "/authors",
            "/journals",
            "/affiliations",
            "/funders",
            "/years",
            "/about/model",
            "/about/api",
            "/about/articles");

    @Inject
    Snapshot snapshot;

    @Inject
    PublicUrl outside;

    @Inject
    WebSettings settings;

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public String robots() {
        // Endless filtered reports would keep a crawler busy without new content.
        return """
                User-agent: *
                Disallow: /api/
                Disallow: /facets/
                Disallow: /collections/
                Disallow: /find
                Disallow: /integrity?
                Disallow: /integrity/
                Disallow: /search?
                Disallow: /live/items
                Disallow: /reports/*?

                Sitemap: %s
                """.formatted(outside.of("/sitemap.xml"));
    }

    @GET
    @Path("sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    public String index() {
        long last = snapshot.read(connection -> new Sql()
                .add("SELECT coalesce(max(key), 0) FROM active.publication")
                .first(connection, row -> row.getLong(1))
                .orElse(0L));
        Stream<String> parts =
                LongStream.rangeClosed(0, last / settings.sitemapPage()).mapToObj(part -> "/sitemap/" + part + ".xml");
        return document("sitemapindex", "sitemap", parts);
    }

    @GET
    @Path("sitemap/{part:\\d{1,9}}.xml")
    @Produces(MediaType.APPLICATION_XML)
    public String part(@PathParam("part") long part) {
        long first = part * settings.sitemapPage();
        List<String> reports = snapshot.read(connection -> new Sql()
                .add(
                        "SELECT id FROM active.publication p WHERE key >= ? AND key < ?",
                        first,
                        first + settings.sitemapPage())
                .add("AND root = key AND title IS NOT NULL")
                .add("AND EXISTS (SELECT FROM active.tally t WHERE t.cited = p.key) ORDER BY key")
                .list(connection, row -> Wording.report(row.getString(1))));
        return document(
                "urlset", "url", part == 0 ? Stream.concat(PAGES.stream(), reports.stream()) : reports.stream());
    }

    private String document(String root, String entry, Stream<String> paths) {
        return paths.map(path -> "<%s><loc>%s</loc></%s>".formatted(entry, escaped(outside.of(path)), entry))
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " " + XMLNS + ">\n",
                        "\n</" + root + ">\n"));
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
