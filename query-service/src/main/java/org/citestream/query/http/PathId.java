package org.citestream.query.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.WrittenId;

/**
 * The publication id at the end of a request's path, however it was written: slashes raw or percent-encoded, any case,
 * with semicolons, parentheses and angle brackets, which a path template would cut or decode twice.
 */
public final class PathId {

    private PathId() {}

    /** What follows the prefix, percent-decoded once. */
    public static String after(HttpServerRequest request, String prefix) {
        return between(request, prefix, "");
    }

    /** What is between prefix and suffix, percent-decoded once. */
    public static String between(HttpServerRequest request, String prefix, String suffix) {
        String path = request.path();
        String raw = path.substring(Math.min(prefix.length(), path.length()), path.length() - suffix.length());
        try {
            // In a path, unlike in a form, a plus is a plus.
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(
                    400,
                    "Bad address",
                    "'%s' is not percent-encoded as it should be: %s".formatted(raw, e.getMessage())));
        }
    }

    /**
     * The CURIE after the prefix.
     *
     * @throws ProblemException 404 if it is no publication id
     */
    public static String curie(HttpServerRequest request, String prefix) {
        return curie(after(request, prefix));
    }

    /**
     * The CURIE that was written.
     *
     * @throws ProblemException 404 if it is no publication id
     */
    public static String curie(String written) {
        return WrittenId.toCurie(written)
                .orElseThrow(() -> ProblemException.notFound(
                        "'%s' is not a valid publication id; use a DOI (10.…), or pmid:…, pmcid:PMC…, arxiv:…, ref:…"
                                .formatted(written)));
    }
}
