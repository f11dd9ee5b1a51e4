package org.citestream.query.export;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A client that looks at the server's heap while it reads: both live in this JVM, and the client keeps nothing. */
final class StreamedExport {

    private static final int LOOKS = 5;

    private StreamedExport() {}

    /** What was read, and how many bytes were alive. */
    record ExportMeasurement(long lines, long bytes, long liveBefore, long mostLive) {}

    static ExportMeasurement read(URI address) throws IOException, InterruptedException {
        long before = live();
        long most = 0;
        long lines = 0;
        long bytes = 0;
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] piece = new byte[65_536];
            long nextLook = 5_000_000;
            int looks = 0;
            for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                bytes += n;
                for (int i = 0; i < n; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
                if (bytes > nextLook && looks++ < LOOKS) {
                    nextLook += 10_000_000;
                    most = Math.max(most, live());
                }
            }
        }
        return new ExportMeasurement(lines, bytes, before, most);
    }

    /** Asks as a client behind a proxy, and reads nothing. */
    static Socket open(URI address, String client) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + address.getRawPath() + "?" + address.getRawQuery()
                                + " HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: " + client + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
