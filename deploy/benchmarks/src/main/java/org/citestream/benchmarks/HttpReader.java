package org.citestream.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection that asks and reads whole answers. The JDK's own client costs about as much
 * processor time as the service it asks; on a machine that both share it would measure itself. Not thread-safe.
 */
final class HttpReader implements AutoCloseable {

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> sent = new LinkedHashMap<>();
    private final Map<String, String> received = new HashMap<>();
    private byte[] buffer = new byte[1 << 16];

    HttpReader(URI server) throws IOException {
        host = server.getHost() + ":" + server.getPort();
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Sends this header with every request from now on. */
    void send(String name, String value) {
        sent.put(name, value);
    }

    /** A header of the last answer, by its name in lower case; null if there was none. */
    String received(String name) {
        return received.get(name);
    }

    /**
     * Reads the answer to a GET.
     *
     * @return its body
     * @throws IOException also when the answer is not one of success
     */
    byte[] get(String pathAndQuery) throws IOException {
        return ask("GET", pathAndQuery, "", new byte[0]);
    }

    /**
     * Reads the answer to a POST of JSON.
     *
     * @return its body
     * @throws IOException also when the answer is not one of success
     */
    byte[] post(String pathAndQuery, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ask(
                "POST",
                pathAndQuery,
                "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n",
                body);
    }

    private byte[] ask(String method, String pathAndQuery, String headers, byte[] body) throws IOException {
        StringBuilder own = new StringBuilder(headers);
        sent.forEach(
                (name, value) -> own.append(name).append(": ").append(value).append("\r\n"));
        String accept = sent.containsKey("Accept") ? "" : "Accept: */*\r\n";
        String head = method + " " + pathAndQuery + " HTTP/1.1\r\nHost: " + host + "\r\n" + accept + own + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.write(head.getBytes(StandardCharsets.US_ASCII));
        request.write(body);
        request.writeTo(socket.getOutputStream());
        String status = line();
        received.clear();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            received.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        String length = received.get("content-length");
        byte[] answer = length != null
                ? in.readNBytes(Integer.parseInt(length))
                : received.containsKey("transfer-encoding") ? chunks() : new byte[0];
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException(status + " for " + pathAndQuery + ": " + new String(answer, StandardCharsets.UTF_8));
        }
        return answer;
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
