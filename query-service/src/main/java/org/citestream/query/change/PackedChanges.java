package org.citestream.query.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;

/**
 * Changes as the bytes in which the log stores them: two lines per change, a header and its value exactly as on the
 * topic, deflated together. Bytes that are not deflated can be read as well. Thread-safe.
 */
final class PackedChanges {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int CHUNK = 8192;

    private PackedChanges() {}

    /** The line above the value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ChangeHeader(
            long sequence,
            ChangeType type,
            String cited,
            String citing,
            UUID statement,
            Cause cause,
            Map<String, List<String>> facets,
            String traceparent,
            Instant at) {

        static ChangeHeader of(Change change) {
            return new ChangeHeader(
                    change.sequence(),
                    change.type(),
                    change.cited(),
                    change.citing(),
                    change.statement(),
                    change.cause(),
                    change.facets(),
                    change.traceparent(),
                    change.at());
        }

        Change with(String payload) {
            return new Change(
                    sequence,
                    type,
                    cited,
                    citing,
                    statement,
                    cause,
                    payload,
                    facets == null ? Map.of() : facets,
                    traceparent,
                    at);
        }
    }

    static byte[] pack(List<Change> changes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK);
        // Changes are repetitive: even the fastest level compresses them to a sixth.
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream lines = new DeflaterOutputStream(packed, deflater, CHUNK)) {
            for (Change change : changes) {
                lines.write(JSON.writeValueAsBytes(ChangeHeader.of(change)));
                lines.write('\n');
                lines.write(change.payload().getBytes(StandardCharsets.UTF_8));
                lines.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be written", impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** @throws UncheckedIOException if the bytes are not packed changes */
    static List<Change> unpack(byte[] packed) {
        List<Change> changes = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain(packed), StandardCharsets.UTF_8), CHUNK)) {
            for (String known = lines.readLine(); known != null; known = lines.readLine()) {
                changes.add(JSON.readValue(known, ChangeHeader.class).with(lines.readLine()));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a batch of changes cannot be read: " + damaged.getMessage(), damaged);
        }
        return changes;
    }

    private static InputStream plain(byte[] packed) {
        InputStream bytes = new ByteArrayInputStream(packed);
        return packed.length > 0 && packed[0] == '{' ? bytes : new InflaterInputStream(bytes);
    }
}
