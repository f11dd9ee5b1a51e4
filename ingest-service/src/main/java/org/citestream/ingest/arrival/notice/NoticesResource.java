package org.citestream.ingest.arrival.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.arrival.Uploads;
import org.citestream.ingest.arrival.notice.RetractionWatchCsv.ImportSummary;
import org.citestream.ingest.arrival.notice.RetractionWatchCsv.UnreadableListException;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;
import org.citestream.kit.problem.Problem;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;

/** Editorial notices in bulk: the Retraction Watch data set as CSV. Sending the same list again changes nothing. */
@Path("/notices")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    private static final String SOURCE = "retraction-watch";
    private static final int AT_ONCE = 1000;

    private final Publisher publisher;
    private final Uploads uploads;
    private final Tracing tracing;

    public NoticesResource(Publisher publisher, Uploads uploads, Tracing tracing) {
        this.publisher = publisher;
        this.uploads = uploads;
        this.tracing = tracing;
    }

    /**
     * The body is the CSV file. Rows are published as they are read; for a damaged file the answer says how far it was
     * valid.
     */
    @POST
    public Response post(InputStream csv, @HeaderParam("traceparent") String traceparent) throws IOException {
        List<OutgoingRecord> waiting = new ArrayList<>();
        try (TraceSpan step = tracing.begin("notices", traceparent);
                var text = new InputStreamReader(uploads.admit(csv), StandardCharsets.UTF_8)) {
            ImportSummary outcome = RetractionWatchCsv.read(text, notice -> {
                waiting.add(NoticeFacts.fromList(notice, SOURCE));
                if (waiting.size() >= AT_ONCE) {
                    publisher.publish(List.copyOf(waiting), step.traceparent());
                    waiting.clear();
                }
            });
            publisher.publish(List.copyOf(waiting), step.traceparent());
            return Response.ok(outcome).build();
        } catch (UnreadableListException unread) {
            Problem problem =
                    Problem.named("unreadable-list", "Not the Retraction Watch list", 400, unread.getMessage());
            return (unread.line() < 1 ? problem : problem.with("line", unread.line()))
                    .response()
                    .build();
        }
    }
}
