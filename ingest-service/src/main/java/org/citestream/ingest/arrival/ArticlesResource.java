package org.citestream.ingest.arrival;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.citestream.ingest.Outcome;
import org.citestream.ingest.Withdrawals;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.Ledger;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.resteasy.reactive.RestQuery;

/** Articles over HTTP: send, preview, withdraw, re-ingest. */
@Path("/articles")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {
    private final Uploads uploads;
    private final ArticleIntake intake;
    private final Withdrawals withdrawals;
    private final Ledger ledger;
    private final Tracing tracing;

    public ArticlesResource(
            Uploads uploads, ArticleIntake intake, Withdrawals withdrawals, Ledger ledger, Tracing tracing) {
        this.uploads = uploads;
        this.intake = intake;
        this.withdrawals = withdrawals;
        this.ledger = ledger;
        this.tracing = tracing;
    }

    /** The article is the body: XML, plain or gzipped. Answers after every acknowledgement. */
    @POST
    public Response post(
            InputStream body,
            @RestQuery boolean preview,
            @RestQuery boolean force,
            @RestQuery String file,
            @HeaderParam("traceparent") String traceparent,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding)
            throws IOException, UnreadableArticleException {
        refuseUnknown(encoding);
        try (InputStream admitted = uploads.admit(body);
                ReceivedFile arrived = intake.receive(admitted)) {
            if (preview) {
                return Response.ok(intake.preview(arrived, file)).build();
            }
            return answer(intake.ingest(arrived, force, traceparent));
        }
    }

    /** Withdraws an article; its id is a CURIE with plain or escaped slashes, or a bare DOI. */
    @DELETE
    @Path("/{id:.+}")
    public WithdrawnArticle delete(
            @PathParam("id") String id, @QueryParam("why") String why, @HeaderParam("traceparent") String traceparent)
            throws IOException {
        PublicationId publication = publicationId(id);
        String reason = why == null || why.isBlank() ? "withdrawn by request" : why.strip();
        try (TraceSpan step =
                tracing.begin("withdraw", traceparent).with("citestream.publication", publication.value())) {
            return withdrawals
                    .withdraw(publication, reason.substring(0, Math.min(reason.length(), 500)), step.traceparent())
                    .map(revision -> new WithdrawnArticle(publication.value(), revision, true))
                    .orElseThrow(() -> unknown(publication));
        }
    }

    /** Re-ingests an accepted article from its stored file. */
    @POST
    @Path("/{id:.+}/reingest")
    public Response reingest(
            @PathParam("id") String id, @RestQuery boolean force, @HeaderParam("traceparent") String traceparent)
            throws IOException, UnreadableArticleException {
        PublicationId publication = publicationId(id);
        LedgerEntry last = ledger.find(publication.value()).orElseThrow(() -> unknown(publication));
        return intake.ingestAgain(last, force, traceparent)
                .map(ArticlesResource::answer)
                .orElseThrow(() -> new NotFoundException("The file of " + publication
                        + " was not kept (setting citestream.articles.keep). Send it again."));
    }

    /** The answer to a withdrawal. */
    public record WithdrawnArticle(String publication, long revision, boolean withdrawn) {}

    private static Response answer(Outcome outcome) {
        return Response.status(outcome.unchanged() ? Response.Status.OK : Response.Status.CREATED)
                .entity(outcome)
                .build();
    }

    private static void refuseUnknown(String encoding) {
        // Gzip is recognised by its first bytes, announced or not.
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("gzip") && !name.equals("x-gzip") && !name.equals("identity")) {
            throw new BadRequestException(
                    "Content-Encoding " + encoding + " is not understood; send gzip or plain XML.");
        }
    }

    private static PublicationId publicationId(String id) {
        String curie = id.startsWith("10.") ? "doi:" + id : id;
        try {
            return new PublicationId(
                    curie.regionMatches(true, 0, "doi:", 0, 4) ? curie.toLowerCase(Locale.ROOT) : curie);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequestException(malformed.getMessage());
        }
    }

    private static NotFoundException unknown(PublicationId id) {
        return new NotFoundException("No article " + id + " has been taken in.");
    }
}
