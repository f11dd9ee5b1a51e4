package org.citestream.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader of the stream that comes back with {@code Last-Event-ID} whenever the connection ends, as a browser does. */
final class ResumingReader implements AutoCloseable {

    /** Before it comes back. */
    private static final long PAUSE_MILLIS = 50;

    private final Api query;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Long> ids = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "acceptance-resuming-reader");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private volatile InputStream body;

    private ResumingReader(Api query) {
        this.query = query;
    }

    /** Starts behind this sequence. */
    static ResumingReader behind(Api query, long sequence) {
        var reader = new ResumingReader(query);
        reader.ids.add(sequence);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** The ids in the order in which they came, behind the one it started with. */
    List<Long> ids() {
        List<Long> all = List.copyOf(ids);
        return all.subList(1, all.size());
    }

    /** How often it had to connect. */
    int connections() {
        return connections.get();
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                var request = HttpRequest.newBuilder(URI.create(query.base() + "/api/v1/stream"))
                        .header("Last-Event-ID", Long.toString(ids.get(ids.size() - 1)))
                        .build();
                var response = http.send(request, BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    connections.incrementAndGet();
                    body = response.body();
                    read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
                }
                closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (IOException | UncheckedIOException away) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** An event counts once its blank line has come: what a kill cut off comes again. */
    private void read(BufferedReader lines) throws IOException {
        String id = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.isEmpty() && id != null) {
                ids.add(Long.parseLong(id));
                id = null;
            }
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        if (body != null) {
            body.close();
        }
        thread.interrupt();
    }
}
