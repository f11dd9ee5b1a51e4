package org.citestream.query.dialect.europepmc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WrittenId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Europe PMC's modules under their original paths; an unknown work has no hits, as there. */
@Path("/europepmc/webservices/rest")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, "application/javascript"})
@Blocking
public class EuropePmcResource {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 1000;
    private static final int USUAL = 25;

    /** The source of works that neither PubMed nor PubMed Central has: ids are DOIs. */
    private static final String DOI = "DOI";

    /** The source of works without a DOI: ids are our CURIEs. */
    private static final String OTHER = "CTX";

    @Inject
    Snapshot snapshot;

    @Inject
    PublicationReader publications;

    @Inject
    CitationLinks links;

    @GET
    @Path("{source}/{id:.+}/citations")
    @Operation(summary = "Works that cite a work of PubMed or PubMed Central")
    public Response citations(
            @PathParam("source") String source,
            @PathParam("id") String id,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return answer(source, id, address, headers, true);
    }

    @GET
    @Path("{source}/{id:.+}/references")
    @Operation(summary = "Works that a work of PubMed or PubMed Central cites")
    public Response references(
            @PathParam("source") String source,
            @PathParam("id") String id,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return answer(source, id, address, headers, false);
    }

    private Response answer(String source, String id, UriInfo address, HttpHeaders headers, boolean citing) {
        AnswerWriter wire = AnswerWriter.of(address, headers);
        int limit = Math.min(number(address, "pageSize", USUAL), MOST);
        int offset = (int) Math.min((number(address, "page", 1) - 1L) * limit, Integer.MAX_VALUE);
        return wire.answer(page(source, id, limit, offset, citing));
    }

    private static int number(UriInfo address, String name, int usual) {
        String written = address.getQueryParameters().getFirst(name);
        if (written == null || written.isBlank()) {
            return usual;
        }
        if (!written.matches("[1-9][0-9]{0,8}")) {
            throw AnswerWriter.refused("%s: '%s' is not a number from 1".formatted(name, written));
        }
        return Integer.parseInt(written);
    }

    private ObjectNode page(String source, String id, int limit, int offset, boolean citing) {
        return snapshot.read(connection -> {
            Optional<Long> key = find(connection, source, id);
            ObjectNode answer = JSON.objectNode().put("version", "6.9");
            answer.put("hitCount", key.isEmpty() ? 0 : count(connection, key.get(), citing));
            answer.putObject("request")
                    .put("id", id)
                    .put("source", source)
                    .put("offset", offset)
                    .put("pageSize", limit);
            ArrayNode list = answer.putObject(citing ? "citationList" : "referenceList")
                    .putArray(citing ? "citation" : "reference");
            if (key.isPresent()) {
                fill(connection, list, key.get(), citing, limit, offset);
            }
            return answer;
        });
    }

    private Optional<Long> find(Connection connection, String source, String id) throws SQLException {
        String written =
                switch (source.toUpperCase(Locale.ROOT)) {
                    case "MED" -> "pmid:" + id;
                    case "PMC" -> "pmcid:" + id.toUpperCase(Locale.ROOT);
                    case DOI -> "doi:" + id;
                    case OTHER -> id;
                    default -> "";
                };
        Optional<String> curie = WrittenId.toCurie(written);
        return curie.isEmpty() ? Optional.empty() : publications.find(connection, curie.get());
    }

    private long count(Connection connection, long key, boolean citing) throws SQLException {
        return citing ? links.countCiting(connection, key) : links.countCited(connection, key);
    }

    private void fill(Connection connection, ArrayNode list, long key, boolean citing, int limit, int offset)
            throws SQLException {
        List<CitationLink> found =
                citing ? links.citing(connection, key, limit, offset) : links.cited(connection, key, limit, offset);
        Map<Long, ShownPublication> works = publications.read(
                connection,
                found.stream()
                        .map(link -> citing ? link.citing() : link.cited())
                        .toList());
        Map<Long, CitationLinks.LinkCounts> counts = citing ? links.counts(connection, works.keySet()) : Map.of();
        int order = offset;
        for (CitationLink link : found) {
            long other = citing ? link.citing() : link.cited();
            ObjectNode entry = list.addObject();
            describe(entry, works.get(other));
            if (citing) {
                entry.put("citedByCount", counts.get(other).citing());
            } else {
                entry.put("citedOrder", ++order);
            }
        }
    }

    private static void describe(ObjectNode entry, ShownPublication work) {
        String pmid = work.ids().get("pmid");
        String pmcid = work.ids().get("pmcid");
        // Clients read both fields of every entry and use them to find it here again.
        if (pmid != null) {
            entry.put("id", pmid).put("source", "MED");
        } else if (pmcid != null) {
            entry.put("id", pmcid).put("source", "PMC");
        } else if (work.doi() != null) {
            entry.put("id", work.doi()).put("source", DOI);
        } else {
            entry.put("id", work.id()).put("source", OTHER);
        }
        entry.put("match", pmid != null || pmcid != null ? "Y" : "N");
        entry.put("citationType", "journal article");
        put(entry, "title", work.title());
        put(
                entry,
                "authorString",
                work.authors().isEmpty()
                        ? null
                        : work.authors().stream()
                                .map(EuropePmcResource::initials)
                                .collect(Collectors.joining(", ", "", ".")));
        put(
                entry,
                "journalAbbreviation",
                work.journalAbbreviation() == null ? work.journal() : work.journalAbbreviation());
        if (work.year() != null) {
            entry.put("pubYear", work.year());
        }
        put(entry, "volume", work.volume());
        put(entry, "issue", work.issue());
        put(
                entry,
                "pageInfo",
                work.firstPage() == null
                        ? null
                        : work.firstPage() + (work.lastPage() == null ? "" : "-" + work.lastPage()));
        put(entry, "doi", work.doi());
    }

    /** "Ren P": as Europe PMC writes authors. */
    private static String initials(ShownAuthor author) {
        if (author.collective() != null
                || author.given() == null
                || author.given().isBlank()) {
            return author.collective() != null ? author.collective() : String.valueOf(author.family());
        }
        StringBuilder initials = new StringBuilder(String.valueOf(author.family())).append(' ');
        for (String part : author.given().strip().split("[\\s.-]+", -1)) {
            if (!part.isEmpty()) {
                initials.appendCodePoint(part.codePointAt(0));
            }
        }
        return initials.toString();
    }

    private static void put(ObjectNode entry, String field, String value) {
        if (value != null) {
            entry.put(field, value);
        }
    }
}
