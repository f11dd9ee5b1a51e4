package org.citestream.query.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citestream.kit.problem.Problem;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.problem.BadParameterException;

/**
 * {@code GET /api/v1/stream}: the changes as server-sent events; {@code id} is the sequence number, {@code event} the
 * record's name, {@code data} the change record. {@code Last-Event-ID} (or the parameter {@code lastEventId}) resumes.
 */
@Singleton
public record StreamRoute(Vertx vertx, StreamHub hub, ChangeLog log, CitedRoots roots, StreamSettings settings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void route(@Observes Router router) {
        router.get("/api/v1/stream").handler(this::open);
    }

    private void open(RoutingContext routing) {
        StreamFilter filter;
        Long resume;
        try {
            filter = StreamFilter.parse(parameters(routing.request()));
            resume = lastEventId(routing.request());
        } catch (BadParameterException bad) {
            answer(routing.response(), Problem.badParameter(bad.parameter(), bad.getMessage()));
            return;
        }
        Context context = vertx.getOrCreateContext();
        Callable<Start> prepare = () -> {
            long last = log.last();
            return new Start(filter.withCited(roots.withRoots(filter.cited())), last);
        };
        vertx.executeBlocking(prepare, false)
                .onComplete(answer -> context.runOnContext(ignored -> {
                    if (answer.failed()) {
                        answer(
                                routing.response(),
                                Problem.of(
                                        503,
                                        "Service unavailable",
                                        "The database did not answer; try again in a moment"));
                    } else {
                        Start start = answer.result();
                        long cursor = resume == null ? start.last() : Math.min(resume, start.last());
                        hub.recent().startAt(start.last());
                        stream(routing, context, start.filter(), cursor, resume);
                    }
                }));
    }

    private void stream(RoutingContext routing, Context context, StreamFilter filter, long cursor, Long resume) {
        HttpServerResponse response = routing.response();
        if (response.closed()) {
            return;
        }
        response.setWriteQueueMaxSize(settings.writeQueue());
        StreamReader reader =
                new StreamReader(vertx, context, response, filter, hub.recent(), log, settings.page(), cursor);
        if (!hub.add(reader)) {
            answer(response, Problem.of(503, "Too many readers", "All places are taken; try again later"));
            return;
        }
        response.closeHandler(closed -> hub.remove(reader));
        response.exceptionHandler(broken -> hub.remove(reader));
        response.endHandler(ended -> hub.remove(reader));
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Encoding", "identity")
                .putHeader("X-Accel-Buffering", "no");
        response.write(": follows from " + cursor + "\n\n");
        if (resume != null && resume > cursor) {
            // The number is from another installation, or from before data was lost: the client has seen changes other
            // than these.
            response.write(Frame.notice(
                    "gap",
                    "{\"from\":%d,\"to\":%d,\"reason\":\"Last-Event-ID is ahead of this stream, which ends at %d; read everything again\"}"
                            .formatted(cursor + 1, resume, cursor)));
        }
        reader.pump();
    }

    private static Map<String, List<String>> parameters(HttpServerRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.params().forEach(entry -> {
            if (!entry.getKey().equals("lastEventId")) {
                parameters
                        .computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                        .add(entry.getValue());
            }
        });
        return parameters;
    }

    private static Long lastEventId(HttpServerRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String id = header == null ? request.getParam("lastEventId") : header;
        if (id == null || id.isBlank()) {
            return null;
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw new BadParameterException(
                    "Last-Event-ID", "'" + id + "' is not an id of this stream; use a whole number");
        }
        return Long.valueOf(id);
    }

    private static void answer(HttpServerResponse response, Problem problem) {
        try {
            response.setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(JSON.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How a connection starts. */
    private record Start(StreamFilter filter, long last) {}
}
