package org.citestream.ingest.arrival.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.citestream.ingest.arrival.BusyException;
import org.citestream.ingest.arrival.Uploads;
import org.jboss.resteasy.reactive.RestQuery;

/** A package over HTTP: while it streams in, a line of JSON per article streams out. */
@Path("/articles/archive")
@Consumes(MediaType.WILDCARD)
public class PackResource {
    private static final ObjectWriter JSON = new ObjectMapper().writerFor(PackLine.class);

    private final Uploads uploads;
    private final PackIntake intake;

    public PackResource(Uploads uploads, PackIntake intake) {
        this.uploads = uploads;
        this.intake = intake;
    }

    /** The package is the body: tar, zip, gzipped tar, bulk XML, or a single article. */
    @POST
    @Produces("application/x-ndjson")
    public StreamingOutput post(
            InputStream body,
            @RestQuery boolean force,
            @RestQuery String file,
            @HeaderParam("traceparent") String traceparent) {
        String name = file == null || file.isBlank() ? "archive" : file;
        return out -> {
            PackIntake.LineSink lines = line -> {
                out.write(JSON.writeValueAsBytes(line));
                out.write('\n');
                out.flush();
            };
            try (InputStream admitted = uploads.admit(body)) {
                intake.takeIn(name, admitted, force, traceparent, lines);
            } catch (BusyException busy) {
                lines.take(PackLine.failed(name, "busy", busy.getMessage()));
            }
        };
    }
}
