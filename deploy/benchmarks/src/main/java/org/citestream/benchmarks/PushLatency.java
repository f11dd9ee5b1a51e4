package org.citestream.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * From an upload to its event: small articles of one statement go in one after the other, each when the line has come to
 * rest, and each time counts from the first byte of the POST to the last of the server-sent event that names the article.
 */
final class PushLatency {

    private static final String ARTICLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <article article-type="research-article" xml:lang="en"><front>
            <journal-meta><journal-title-group><journal-title>Benchmarks</journal-title></journal-title-group></journal-meta>
            <article-meta><article-id pub-id-type="doi">%1$s</article-id>
            <title-group><article-title>%2$s: an article of one statement</article-title></title-group>
            <contrib-group><contrib contrib-type="author"><name><surname>Okoye</surname><given-names>Ada</given-names></name></contrib></contrib-group>
            <pub-date><year>2024</year></pub-date></article-meta></front>
            <body><sec><title>Results</title><p>These data agree with an earlier report [<xref ref-type="bibr" rid="B1">1</xref>].</p></sec></body>
            <back><ref-list><ref id="B1"><element-citation publication-type="journal"><article-title>An earlier report of some length</article-title>
            <year>2010</year><pub-id pub-id-type="doi">10.5555/push.cited</pub-id></element-citation></ref></ref-list></back></article>
            """;

    private record Awaited(String doi, CountDownLatch seen) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ingest;
    private final URI query;
    private final Duration rest;
    private final AtomicReference<Awaited> awaited = new AtomicReference<>(new Awaited("", new CountDownLatch(0)));

    /** @param rest how long the line is left alone before each upload that counts */
    PushLatency(URI ingest, URI query, Duration rest) {
        this.ingest = ingest;
        this.query = query;
        this.rest = rest;
    }

    /** Uploads so many to warm up and as many to count. */
    Times run(int articles) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(query.resolve("/api/v1/stream?event=StatementAdded"))
                        .build(),
                BodyHandlers.ofInputStream());
        Thread reader = new Thread(() -> listen(stream.body()), "push-reader");
        reader.setDaemon(true);
        reader.start();
        String run = Long.toString(System.currentTimeMillis(), 36);
        long[] nanos = new long[articles];
        for (int i = -articles; i < articles; i++) {
            if (i >= 0) {
                Thread.sleep(rest.toMillis());
            }
            long took = upload("10.5555/push." + run + "." + (i + articles), i + articles);
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        stream.body().close();
        return new Times(nanos);
    }

    private long upload(String doi, int number) throws IOException, InterruptedException {
        Awaited mine = new Awaited(doi, new CountDownLatch(1));
        awaited.set(mine);
        HttpRequest request = HttpRequest.newBuilder(ingest.resolve("/articles"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(ARTICLE.formatted(doi, number)))
                .build();
        long start = System.nanoTime();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException("ingest answered " + status);
        }
        if (!mine.seen().await(30, TimeUnit.SECONDS)) {
            throw new IOException("no event for " + doi + " within 30 s");
        }
        return seenAt - start;
    }

    private volatile long seenAt;

    private void listen(InputStream body) {
        byte[] buffer = new byte[1 << 16];
        StringBuilder event = new StringBuilder();
        try {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                event.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                int end = event.lastIndexOf("\n\n");
                Awaited now = awaited.get();
                if (end >= 0) {
                    if (event.substring(0, end).contains("\"doi:" + now.doi() + "\"")) {
                        seenAt = System.nanoTime();
                        now.seen().countDown();
                    }
                    event.delete(0, end + 2);
                }
            }
        } catch (IOException closed) {
            // The run is over, or the service ended: then the next upload says so.
            return;
        }
    }
}
