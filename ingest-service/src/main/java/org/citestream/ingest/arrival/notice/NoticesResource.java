package org.citestream.ingest.arrival.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.ingest.LimitSettings;
import org.citestream.ingest.arrival.ArrivalSettings;
import org.citestream.ingest.arrival.Uploads;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.Catalogue;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;
import org.citestream.kit.problem.Problem;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;

/**
 * Editorial notices in bulk: the Retraction Watch data set as CSV, Crossref's records as JSON, or notices of one's own as JSON.
 * Sending the same list again changes nothing.
 */
@Path("/notices")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    private static final int AT_ONCE = 1000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Publisher publisher;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final ArrivalSettings settings;
    private final LimitSettings limits;
    private final Tracing tracing;

    public NoticesResource(
            Publisher publisher,
            Catalogue catalogue,
            Uploads uploads,
            ArrivalSettings settings,
            LimitSettings limits,
            Tracing tracing) {
        this.publisher = publisher;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.settings = settings;
        this.limits = limits;
        this.tracing = tracing;
    }

    /**
     * The body is the file. It is read to its end first: of a damaged one nothing is published, and the answer says how far it
     * was valid.
     *
     * @param complete whether the list is all that its sources say, so that what it no longer names is taken back
     */
    @POST
    public Response post(
            InputStream body,
            @QueryParam("complete") @DefaultValue("false") boolean complete,
            @HeaderParam("traceparent") String traceparent)
            throws IOException {
        try (TraceSpan step = tracing.begin("notices", traceparent);
                var text = new BufferedReader(new InputStreamReader(uploads.admit(body), StandardCharsets.UTF_8))) {
            NoticeList list = read(text);
            List<OutgoingRecord> records = new ArrayList<>(OutgoingRecord.all(list.issued()));
            List<OutgoingRecord> back = new ArrayList<>(OutgoingRecord.all(list.withdrawn()));
            back.addAll(NoticeFacts.takeBack(gone(list, complete), "no longer on the list"));
            records.addAll(back);
            for (int from = 0; from < records.size(); from += AT_ONCE) {
                publisher.publish(records.subList(from, Math.min(from + AT_ONCE, records.size())), step.traceparent());
            }
            return Response.ok(list.summary(back.size())).build();
        } catch (UnreadableListException unread) {
            Problem problem = Problem.named("unreadable-list", "Not a list of notices", 400, unread.getMessage());
            return (unread.line() < 1 ? problem : problem.with("line", unread.line()))
                    .response()
                    .build();
        }
    }

    private NoticeList read(Reader text) throws IOException, UnreadableListException {
        int first = first(text);
        return first == '{' || first == '['
                ? NoticeJson.read(text, limits.articleBytes().asLongValue(), settings.noticesAtOnce())
                : RetractionWatchCsv.read(text, settings.noticesAtOnce());
    }

    /** The first character other than a mark or a blank, which is read again. */
    private static int first(Reader text) throws IOException {
        int next;
        do {
            text.mark(1);
            next = text.read();
        } while (next == BYTE_ORDER_MARK || Character.isWhitespace(next));
        text.reset();
        return next;
    }

    /** Keys of the notices that the list's sources issued and no longer stand by, each with the work it is about. */
    private Map<String, String> gone(NoticeList list, boolean complete) {
        Set<String> standing =
                list.issued().stream().map(NoticeIssued::recordKey).collect(Collectors.toSet());
        Map<String, String> gone = new HashMap<>();
        list.sources().forEach(source -> gone.putAll(catalogue.noticesFrom(source)));
        list.works().forEach((source, works) -> {
            if (complete || !works.isEmpty()) {
                catalogue.noticesFrom(source).forEach((key, about) -> {
                    if (complete || works.contains(new PublicationId(about))) {
                        gone.put(key, about);
                    }
                });
            }
        });
        gone.keySet().removeAll(standing);
        return gone;
    }
}
