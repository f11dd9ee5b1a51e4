package org.citestream.query.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.citestream.kit.problem.Problem;
import org.citestream.query.correction.NotYetVisibleException;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.export.TooManyExportsException;
import org.citestream.query.export.cite.UnknownStyleException;
import org.citestream.query.mail.TooManySignUpsException;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.search.BadQueryException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps exceptions to problems. */
class ProblemMappers {

    /** The member of a problem with the position of the character. */
    static final String PLACE = "position";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response map(ProblemException e) {
        return answer(Problems.of(e).orElseThrow());
    }

    @ServerExceptionMapper
    Response map(BadParameterException e) {
        return answer(Problems.of(e).orElseThrow());
    }

    @ServerExceptionMapper
    Response map(BadQueryException e) {
        return answer(Problems.of(e).orElseThrow());
    }

    @ServerExceptionMapper
    Response map(DatabaseUnavailableException e) {
        LOG.error("The database did not answer as it should", e);
        return answer(Problems.of(e).orElseThrow());
    }

    @ServerExceptionMapper
    Response map(NotYetVisibleException e) {
        return Response.accepted(Map.of("correction", e.correction(), "detail", e.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response map(UnknownStyleException e) {
        return answer(Problems.of(e).orElseThrow());
    }

    @ServerExceptionMapper
    Response map(TooManyExportsException e) {
        return Response.fromResponse(answer(Problem.of(
                        e.isOfClient() ? 429 : 503,
                        "Too many exports",
                        e.getMessage() + "; try again when one of them is done")))
                .header("Retry-After", 10)
                .build();
    }

    @ServerExceptionMapper
    Response map(TooManySignUpsException e) {
        return Response.status(429)
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", e.retryAfter().toSeconds())
                .entity(Problem.of(429, "Too many sign-ups", e.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response map(NotFoundException e, UriInfo address) {
        return Dialects.noRoute(address.getRequestUri().getPath())
                .orElseGet(() ->
                        answer(Problem.of(404, "Page not found", "There is no page and no API route at this address")));
    }

    /** With the allowed methods. */
    @ServerExceptionMapper
    Response map(NotAllowedException e, UriInfo address) {
        String methods =
                String.join(", ", AllowedMethods.at(address.getRequestUri().getPath()));
        return Problem.of(405, "Method not allowed", "This address takes " + methods)
                .response()
                .header(HttpHeaders.ALLOW, methods)
                .build();
    }

    @ServerExceptionMapper
    Response map(NotAcceptableException e) {
        return answer(
                Problem.of(
                        406,
                        "Not acceptable",
                        "None of the media types that Accept names can be written here; leave Accept out to get what there is"));
    }

    @ServerExceptionMapper
    Response map(NotSupportedException e) {
        return answer(Problem.of(
                415,
                "Unsupported media type",
                "The body's Content-Type is not one that is read here; send application/json"));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
