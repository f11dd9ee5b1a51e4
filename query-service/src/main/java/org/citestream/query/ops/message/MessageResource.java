package org.citestream.query.ops.message;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Messages of any topic: pages, single messages, searches, and live tails. */
@Path("/api/v1/ops")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MessageResource {

    private static final int DEFAULT_PAGE = 50;
    private static final int WAITING = 1000;

    @Inject
    MessageReader reader;

    @Inject
    MessageSearch search;

    @Inject
    MessageTail tail;

    @Inject
    OpsSettings settings;

    @Inject
    ReaderPlaces places;

    /** The parameters that say where to search. */
    public static final class SearchRangeParameters {
        @QueryParam("topic")
        public String topic;

        @QueryParam("partition")
        public String partition;

        @QueryParam("offset")
        public String offset;

        @QueryParam("time")
        public String time;

        @QueryParam("limit")
        public String limit;
    }

    /** The parameters that say what to search for. */
    public static final class MessageFilterParameters {
        @QueryParam("key")
        public String key;

        @QueryParam("text")
        public String text;

        @QueryParam("path")
        public String path;

        @QueryParam("equals")
        public String equal;

        /** Whether nothing is looked for, so that everything is found. */
        boolean isNothing() {
            return Stream.of(key, text, path, equal).allMatch(one -> one == null || one.isBlank());
        }
    }

    @GET
    @Path("messages")
    @Operation(
            summary = "A page of a topic",
            description = "The newest first; from offset or time on in the order of the log. partition looks into one"
                    + " only. Values longer than citestream.ops.message-characters are cut.")
    public MessageReader.MessagePage page(@BeanParam SearchRangeParameters where) {
        Long offset = OpsParameters.number("offset", where.offset);
        var time = OpsParameters.time("time", where.time);
        MessageReader.From from = new MessageReader.From.Newest();
        if (offset != null) {
            from = new MessageReader.From.Offset(offset);
        } else if (time != null) {
            from = new MessageReader.From.Time(time);
        }
        return reader.page(
                OpsParameters.needed("topic", where.topic),
                OpsParameters.small("partition", where.partition),
                from,
                OpsParameters.limit(where.limit, DEFAULT_PAGE, settings.messages()));
    }

    @GET
    @Path("messages/one")
    @Operation(summary = "One message whole, with its headers")
    public Message one(@BeanParam SearchRangeParameters where) {
        Integer partition = OpsParameters.small("partition", OpsParameters.needed("partition", where.partition));
        Long offset = OpsParameters.number("offset", OpsParameters.needed("offset", where.offset));
        return reader.one(OpsParameters.needed("topic", where.topic), partition, offset)
                .orElseThrow(() -> ProblemException.notFound(
                        "%s-%d has no record at offset %d (any more)".formatted(where.topic, partition, offset)));
    }

    @GET
    @Path("messages/search")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Searches a topic, as server-sent events: hit, progress, end",
            description = "key, text and path (a JSON path, with equals what it must find) must all hold. It ends at"
                    + " the ends that the topic had when it began, after citestream.ops.search-hits, -bytes or -time, at"
                    + " a message in which the path looks at more than citestream.ops.path-steps values, or when the"
                    + " connection is closed.")
    public Multi<OutboundSseEvent> search(
            @BeanParam SearchRangeParameters where, @BeanParam MessageFilterParameters what, @Context Sse sse) {
        MessageFilter filter = filter(what, settings);
        MessageSearch.SearchRange scope = scope(where);
        return streaming((outlet, stopped) -> search.run(
                scope,
                filter::matches,
                new MessageSearch.SearchListener() {
                    @Override
                    public void hit(Message message) {
                        outlet.emit(event(sse, "hit", message));
                    }

                    @Override
                    public void progress(MessageSearch.SearchProgress progress) {
                        outlet.emit(event(sse, progress.end() == null ? "progress" : "end", progress));
                    }
                },
                stopped,
                settings.searchHits(),
                settings.messageCharacters()));
    }

    static MessageSearch.SearchRange scope(SearchRangeParameters where) {
        return new MessageSearch.SearchRange(
                OpsParameters.needed("topic", where.topic),
                OpsParameters.small("partition", where.partition),
                OpsParameters.time("time", where.time));
    }

    static MessageFilter filter(MessageFilterParameters what, OpsSettings settings) {
        return new MessageFilter(what.key, what.text, what.path, what.equal, settings.pathSteps());
    }

    @GET
    @Path("messages/tail")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Messages as they are written, as server-sent events: started, message, skipped")
    public Multi<OutboundSseEvent> tail(@BeanParam SearchRangeParameters where, @Context Sse sse) {
        String topic = OpsParameters.needed("topic", where.topic);
        Integer partition = OpsParameters.small("partition", where.partition);
        return streaming((outlet, stopped) -> tail.follow(
                topic,
                partition,
                new MessageTail.TailListener() {
                    @Override
                    public void started() {
                        outlet.emit(event(sse, "started", Map.of("topic", topic)));
                    }

                    @Override
                    public void message(Message message) {
                        outlet.emitUnlessSlow(event(sse, "message", message));
                    }

                    @Override
                    public void skipped(long messages) {
                        outlet.emitUnlessSlow(event(sse, "skipped", Map.of("messages", messages)));
                    }

                    @Override
                    public void silence() {
                        outlet.emitUnlessSlow(
                                sse.newEventBuilder().comment("still here").build());
                    }
                },
                stopped));
    }

    @GET
    @Path("schemas/{type}")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of a type of record")
    public String schema(@PathParam("type") String type) throws IOException {
        return Schemas.read(type)
                .orElseThrow(() -> ProblemException.notFound("There is no schema of '%s'".formatted(type)));
    }

    /** A task that emits what it finds until it is stopped. */
    private interface StreamTask {
        void run(Outlet outlet, BooleanSupplier stopped);
    }

    /** The target of events; the backlog of a slow reader is bounded. */
    private record Outlet(MultiEmitter<? super OutboundSseEvent> emitter, AtomicInteger waiting) {

        void emit(OutboundSseEvent event) {
            waiting.incrementAndGet();
            emitter.emit(event);
        }

        void emitUnlessSlow(OutboundSseEvent event) {
            if (waiting.get() < WAITING) {
                emit(event);
            }
        }
    }

    /** Runs on a worker thread, limited in number, and ends with the connection. */
    private Multi<OutboundSseEvent> streaming(StreamTask work) {
        places.take();
        AtomicInteger waiting = new AtomicInteger();
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> Infrastructure.getDefaultExecutor().execute(() -> {
                            try {
                                work.run(new Outlet(emitter, waiting), emitter::isCancelled);
                                emitter.complete();
                            } catch (RuntimeException failed) {
                                emitter.fail(failed);
                            } finally {
                                places.giveBack();
                            }
                        }))
                .onItem()
                .invoke(told -> waiting.decrementAndGet());
    }

    private static OutboundSseEvent event(Sse sse, String name, Object data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data.getClass(), data)
                .build();
    }
}
