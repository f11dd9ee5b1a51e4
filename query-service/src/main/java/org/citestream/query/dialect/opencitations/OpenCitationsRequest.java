package org.citestream.query.dialect.opencitations;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.query.http.PathId;
import org.citestream.query.publication.WrittenId;

/** What one request of an OpenCitations client asks. Of one request, so of one thread. */
@RequestScoped
class OpenCitationsRequest {

    private static final int MOST_IDS = 100;

    private final RoutingContext context;

    OpenCitationsRequest(RoutingContext context) {
        this.context = context;
    }

    /** By the base in the path. */
    Version version() {
        return path().matches("/index/(?:v1|api/v1|coci/api/v1)/.*") ? Version.V1 : Version.V2;
    }

    /** What stands behind the operation in the path, percent-decoded once. */
    String behind(String operation) {
        String mark = "/" + operation + "/";
        return PathId.after(request(), path().substring(0, path().indexOf(mark) + mark.length()));
    }

    /** The CURIE behind the operation; empty if it is no publication id. */
    Optional<String> id(String operation) {
        return WrittenId.toCurie(behind(operation));
    }

    /** The CURIEs behind the operation, separated by two underscores; what is none is left out. */
    List<String> ids(String operation) {
        return Arrays.stream(behind(operation).split("__", -1))
                .limit(MOST_IDS)
                .flatMap(written -> WrittenId.toCurie(written).stream())
                .toList();
    }

    /** All values of a parameter, in their order. */
    List<String> parameters(String name) {
        return context.queryParam(name);
    }

    /** By {@code format}, else by what is accepted first. */
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
