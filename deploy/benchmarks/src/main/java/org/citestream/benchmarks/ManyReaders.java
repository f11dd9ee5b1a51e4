package org.citestream.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thousands of readers of the stream on one thread. The time at which a change was appended to the log is in the id of
 * its citing article, so that a reader can tell how late it is.
 */
final class ManyReaders implements AutoCloseable {

    private static final Pattern APPENDED = Pattern.compile("\"citing\":\"doi:10\\.5555/lag\\.(\\d+)\\.");

    /** One connection and what of an event has come so far. */
    private static final class Reader {
        private final boolean filtered;
        private final StringBuilder rest = new StringBuilder();

        private Reader(boolean filtered) {
            this.filtered = filtered;
        }
    }

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Random random = new Random(7);
    private final URI query;
    private volatile boolean running = true;
    private Thread thread;

    /** Lags in milliseconds, of readers with a filter and of those without. */
    final List<Long> filtered = new ArrayList<>();

    final List<Long> unfiltered = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();

    ManyReaders(URI query) throws IOException {
        this.query = query;
    }

    /** Opens readers that each follow so many of the works {@code doi:10.5555/followed.0 …}; 0 follows everything. */
    void open(int readers, int works, int of) throws IOException {
        for (int i = 0; i < readers; i++) {
            // Not ReferenceAdded: it comes by itself when a batch ends between an article's references and its
            // statement.
            StringBuilder path = new StringBuilder("/api/v1/stream?event=StatementAdded");
            for (int w = 0; w < works; w++) {
                path.append("&cited=10.5555/followed.").append(random.nextInt(of));
            }
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(query.getHost(), query.getPort()));
            channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: " + query.getAuthority()
                            + "\r\nAccept: text/event-stream\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Reader(works > 0));
            channels.add(channel);
        }
    }

    void start() {
        thread = new Thread(this::read, "many-readers");
        thread.start();
    }

    /** Connections that the service ended. */
    int ended() {
        return ended.get();
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (running) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    read((SocketChannel) key.channel(), (Reader) key.attachment(), key, buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void read(SocketChannel channel, Reader reader, SelectionKey key, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int n = channel.read(buffer);
        if (n < 0) {
            key.cancel();
            ended.incrementAndGet();
            return;
        }
        buffer.flip();
        reader.rest.append(StandardCharsets.ISO_8859_1.decode(buffer));
        Matcher appended = APPENDED.matcher(reader.rest);
        long now = System.currentTimeMillis();
        int end = 0;
        while (appended.find()) {
            (reader.filtered ? filtered : unfiltered).add(now - Long.parseLong(appended.group(1)));
            end = appended.end();
        }
        // An id may be cut in two: keep the end.
        reader.rest.delete(0, Math.max(end, reader.rest.length() - 200));
    }

    @Override
    public void close() throws IOException {
        running = false;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
