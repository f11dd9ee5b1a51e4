package org.citestream.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection that asks and reads whole answers. The JDK's own client costs about as much
 * processor time as the service it asks; on a machine that both share it would measure itself. Not thread-safe.
 */
final class HttpReader implements AutoCloseable {

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];

    HttpReader(URI server) throws IOException {
        host = server.getHost() + ":" + server.getPort();
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Reads the answer to a GET.
     *
     * @return its body
     * @throws IOException also when the answer is not 200
     */
    byte[] get(String pathAndQuery) throws IOException {
        return ask("GET", pathAndQuery, "", new byte[0]);
    }

    /**
     * Reads the answer to a POST of JSON.
     *
     * @return its body
     * @throws IOException also when the answer is not 200
     */
    byte[] post(String pathAndQuery, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ask(
                "POST",
                pathAndQuery,
                "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n",
                body);
    }

    private byte[] ask(String method, String pathAndQuery, String headers, byte[] sent) throws IOException {
        String head =
                method + " " + pathAndQuery + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n" + headers + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + sent.length);
        request.write(head.getBytes(StandardCharsets.US_ASCII));
        request.write(sent);
        request.writeTo(socket.getOutputStream());
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] body = length >= 0 ? in.readNBytes(length) : chunks();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " for " + pathAndQuery + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        for (int size = chunk(); size > 0; size = chunk()) {
            byte[] longer = java.util.Arrays.copyOf(body, body.length + size);
            in.readNBytes(longer, body.length, size);
            body = longer;
            line();
        }
        line();
        return body;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (length == buffer.length) {
                buffer = java.util.Arrays.copyOf(buffer, 2 * length);
            }
            buffer[length++] = (byte) next;
        }
        return new String(
                buffer, 0, length > 0 && buffer[length - 1] == '\r' ? length - 1 : length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
