package org.citestream.ingest.arrival;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.catalogue.CatalogueUnavailableException;
import org.citestream.ingest.file.StorageException;
import org.citestream.ingest.file.TooLargeException;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.publish.PublishException;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.kit.http.SlowSenderException;
import org.citestream.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every failure to a {@link Problem}; failures that are not the client's fault are logged. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Map<Class<? extends RuntimeException>, Passing> PASSING = Map.of(
            PublishException.class, new Passing("broker-away", "The message broker does not answer"),
            CatalogueUnavailableException.class, new Passing("database-away", "The database does not answer"),
            RemoteUnavailableException.class,
                    new Passing("remote-away", "A server that is asked for help does not answer"),
            StorageException.class, new Passing("disk-full", "The disk does not take the article"),
            BusyException.class, new Passing("busy", "Too many articles at once"));

    private final ArrivalSettings settings;

    Problems(ArrivalSettings settings) {
        this.settings = settings;
    }

    /** How a failure that passes is called. */
    private record Passing(String name, String title) {}

    @ServerExceptionMapper
    Response unreadable(UnreadableArticleException refused) {
        return describe(refused).response().build();
    }

    @ServerExceptionMapper
    Response tooLarge(TooLargeException refused) {
        return tooLargeProblem(refused).response().build();
    }

    /** What passes: nothing is lost, and the article may be sent again. */
    @ServerExceptionMapper({
        PublishException.class,
        CatalogueUnavailableException.class,
        RemoteUnavailableException.class,
        StorageException.class,
        BusyException.class
    })
    Response later(RuntimeException passing) {
        if (!(passing instanceof BusyException)) {
            LOG.warn(passing.getMessage());
        }
        Passing told = PASSING.get(passing.getClass());
        String detail = passing.getMessage() + (passing.getMessage().endsWith(".") ? "" : ".");
        return Problem.named(told.name(), told.title(), 503, detail + " Nothing is lost: send the article again later.")
                .response()
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, settings.retryAfter().toSeconds()))
                .build();
    }

    @ServerExceptionMapper
    Response slow(SlowSenderException slow) {
        return Problem.named("slow-body", "The body came too slowly", 408, slow.getMessage() + ". Send it again.")
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response broken(IOException broken) {
        LOG.warnf("an article could not be taken in: %s", broken);
        return Problem.named("unreadable-body", "The body could not be read", 400, String.valueOf(broken.getMessage()))
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response known(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        String name = refused.getResponse().getStatusInfo().getReasonPhrase();
        return Problem.named(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, status, refused.getMessage())
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response bug(RuntimeException unexpected) {
        LOG.error("an upload met a bug", unexpected);
        return Problem.named("internal", "Something broke inside", 500, "The log of ingest-service says more.")
                .response()
                .build();
    }

    /** Why an article is refused, with the place in the file. */
    static Problem describe(UnreadableArticleException refused) {
        String name = refused.reason().wireName();
        Problem problem =
                switch (refused.reason()) {
                    case ARCHIVE -> Problem.named(name, "An archive", 415, refused.getMessage());
                    case NOT_XML -> Problem.named(name, "Not XML", 400, refused.getMessage());
                    case NOT_WELL_FORMED -> Problem.named(name, "XML that breaks its rules", 400, refused.getMessage());
                    case WRONG_ROOT ->
                        Problem.named(name, "Not an article in a known format", 422, refused.getMessage());
                    case LIMIT -> Problem.named(name, "A limit was reached", 422, refused.getMessage());
                    case NO_IDENTITY ->
                        Problem.named(name, "An article with neither id nor title", 422, refused.getMessage());
                };
        return at(at(problem, "line", refused.line()), "column", refused.column());
    }

    /** Positions count from 1; the member is absent where there is none. */
    private static Problem at(Problem problem, String member, int place) {
        return place < 1 ? problem : problem.with(member, place);
    }

    /** Why something is refused for its size. */
    static Problem tooLargeProblem(TooLargeException refused) {
        return Problem.named("too-large", "Too large", 413, refused.getMessage());
    }
}
