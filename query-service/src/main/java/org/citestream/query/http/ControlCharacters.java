package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.kit.problem.Problem;

/**
 * Refuses URLs with control characters: nobody intends them, and PostgreSQL accepts no NUL. Tabs and line ends are
 * allowed, because pasted text contains them.
 */
@ApplicationScoped
class ControlCharacters {

    /** After {@link Cors}, so that a page of another origin can read the refusal, and before any other route. */
    private static final int EARLY = 299;

    private static final Pattern CONTROL = Pattern.compile("%(0[0-8bcef]|1[0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        String address = context.request().uri();
        Matcher control = CONTROL.matcher(address);
        if (!control.find()) {
            context.next();
            return;
        }
        JsonObject problem = new JsonObject()
                .put("title", "Bad address")
                .put("status", 400)
                .put(
                        "detail",
                        "The address has the control character U+00%s (%s) at character %d; leave it out"
                                .formatted(
                                        control.group(1).toUpperCase(java.util.Locale.ROOT),
                                        control.group(),
                                        control.start() + 1))
                .put(ProblemMappers.PLACE, control.start());
        context.response()
                .setStatusCode(400)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(problem.encode());
    }
}
