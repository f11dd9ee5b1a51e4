package org.citestream.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of server-sent events, listening in a thread of its own until closed. */
final class EventStream implements AutoCloseable {

    /** One event as it came; {@code id} is the public sequence. */
    record Event(String id, String type, String data) {}

    private final InputStream body;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    private EventStream(InputStream body) {
        this.body = body;
    }

    static EventStream open(Api query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(query.base() + "/api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("the stream answered " + response.statusCode());
        }
        var stream = new EventStream(response.body());
        var thread = new Thread(stream::listen, "acceptance-events");
        thread.setDaemon(true);
        thread.start();
        return stream;
    }

    /** Waits for at least {@code count} events that {@code wanted} accepts, and returns those. */
    List<Event> await(int count, Predicate<Event> wanted) {
        return Awaitility.await(count + " events")
                .atMost(Duration.ofSeconds(30))
                .until(() -> events.stream().filter(wanted).toList(), found -> found.size() >= count);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String type = "message";
            var data = new StringBuilder();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (text.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, data.toString()));
                    }
                    type = "message";
                    data.setLength(0);
                } else if (text.startsWith("id:")) {
                    id = text.substring(3).strip();
                } else if (text.startsWith("event:")) {
                    type = text.substring(6).strip();
                } else if (text.startsWith("data:")) {
                    data.append(text.substring(5).strip());
                }
            }
        } catch (IOException closed) {
            // The test closed the stream, or the service did: then await misses events and says so.
            return;
        }
    }
}
