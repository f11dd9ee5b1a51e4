package org.citestream.ingest.arrival.pack;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.citestream.ingest.arrival.ArrivalSettings;
import org.citestream.kit.http.BodyLimit;
import org.citestream.kit.http.BodyPace;
import org.citestream.kit.problem.Problem;

/**
 * Refuses forms that are larger than allowed before they are written to the disk; one that does not say is cut off there, and
 * who sends one too slowly is let go.
 */
@ApplicationScoped
class FormLimit {
    /** Behind Quarkus' own limit, which would replace this one. */
    private static final int AFTER_QUARKUS = 1;

    private static final int MOST_DIGITS = 18;

    private final FormSettings settings;
    private final ArrivalSettings arrival;

    FormLimit(FormSettings settings, ArrivalSettings arrival) {
        this.settings = settings;
        this.arrival = arrival;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_QUARKUS);
    }

    private void check(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
            context.next();
            return;
        }
        long most = settings.bytes().asLongValue();
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || isWithin(length, most)) {
            BodyPace.watch(context, arrival.patience(), arrival.leastPace().asLongValue());
            context.next();
        } else {
            BodyLimit.refuse(
                    context,
                    Problem.named(
                            "too-large",
                            "Too large",
                            413,
                            "The form has " + length + " bytes and may have " + most
                                    + " (citestream.form.bytes); send fewer files, or an archive to /articles/archive."));
        }
    }

    private static boolean isWithin(String length, long most) {
        return length.length() <= MOST_DIGITS
                && length.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(length) <= most;
    }
}
