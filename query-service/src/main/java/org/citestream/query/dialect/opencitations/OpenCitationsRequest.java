package org.citestream.query.dialect.opencitations;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;

/** The parameters of one request of an OpenCitations client. Used by the thread of that request. */
@RequestScoped
class OpenCitationsRequest {

    private static final int MOST_IDS = 100;

    private static final Pattern ORCID = Pattern.compile(
            "(?:orcid:|https?://orcid\\.org/)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])", Pattern.CASE_INSENSITIVE);

    private final RoutingContext context;

    OpenCitationsRequest(RoutingContext context) {
        this.context = context;
    }

    /** The version, by the base of the path. */
    IndexVersion version() {
        return path().matches("/index/(?:v1|api/v1|coci/api/v1)/.*") ? IndexVersion.V1 : IndexVersion.V2;
    }

    /** What follows the operation in the path, percent-decoded once. */
    String behind(String operation) {
        String mark = "/" + operation + "/";
        return PathId.after(request(), path().substring(0, path().indexOf(mark) + mark.length()));
    }

    /** The CURIE after the operation; empty if it is not a publication id. */
    Optional<String> id(String operation) {
        return WrittenId.toCurie(behind(operation));
    }

    /** The CURIEs after the operation, separated by two underscores; anything else is left out. */
    List<String> ids(String operation) {
        return Arrays.stream(behind(operation).split("__", -1))
                .limit(MOST_IDS)
                .flatMap(written -> WrittenId.toCurie(written).stream())
                .toList();
    }

    /**
     * The ORCID after the operation, without its prefix.
     *
     * @throws BadParameterException if it is not an ORCID
     */
    String orcid(String operation) {
        Matcher orcid = ORCID.matcher(behind(operation).strip());
        if (!orcid.matches()) {
            throw new BadParameterException(
                    "id", "'%s' is not an ORCID; use orcid:0000-0002-1825-0097".formatted(behind(operation)));
        }
        return orcid.group(1).toUpperCase(Locale.ROOT);
    }

    /** All values of a parameter, in their order. */
    List<String> parameters(String name) {
        return context.queryParam(name);
    }

    /** By {@code format}, else by the first accepted media type. */
    boolean wantsCsv() {
        List<String> format = parameters("format");
        String wanted = format.isEmpty() ? request().getHeader("Accept") : format.get(0);
        return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).matches("(?:csv|text/csv\\b.*)");
    }

    private String path() {
        return request().path();
    }

    private HttpServerRequest request() {
        return context.request();
    }
}
