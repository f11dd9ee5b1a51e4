package org.citestream.query.ops.message;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.problem.BadParameterException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Messages as a file. */
@Path("/api/v1/ops/messages/download")
@Produces({"text/csv", "application/x-ndjson"})
@Blocking
public class DownloadResource {

    @Inject
    MessageSearch search;

    @Inject
    ReaderPlaces places;

    @Inject
    OpsSettings settings;

    @GET
    @Operation(
            summary = "Messages of a topic as a file: CSV or JSON lines",
            description =
                    "Those that match key, text and path, as in a search; all of them if none is given. Citestream-End says"
                            + " how it ended: end, full (citestream.ops.download-characters), budget, time, steps or stalled."
                            + " Values longer than citestream.ops.message-bytes are cut.")
    public Response download(
            @BeanParam MessageResource.SearchRangeParameters where,
            @BeanParam MessageResource.MessageFilterParameters what,
            @QueryParam("format") @DefaultValue("csv") String written) {
        Download.Format format = format(written);
        MessageSearch.SearchRange scope = MessageResource.scope(where);
        Download file = new Download(format, settings.downloadCharacters());
        places.take();
        MessageSearch.SearchProgress last;
        try {
            last = search.run(
                    scope,
                    what.isNothing() ? record -> true : MessageResource.filter(what, settings)::matches,
                    new MessageSearch.SearchListener() {
                        @Override
                        public void hit(Message message) {
                            file.add(message);
                        }

                        @Override
                        public void progress(MessageSearch.SearchProgress progress) {
                            // The file comes when it is whole.
                        }
                    },
                    file::isFull,
                    Integer.MAX_VALUE,
                    settings.messageBytes());
        } finally {
            places.giveBack();
        }
        return Response.ok(file.bytes(), MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(scope.topic().replaceAll("[^A-Za-z0-9._-]", "_"), format.word()))
                .header("Citestream-End", last.end().equals("cancelled") ? "full" : last.end())
                .header("Citestream-Messages", last.hits())
                .build();
    }

    private static Download.Format format(String written) {
        return Stream.of(Download.Format.values())
                .filter(format -> format.word().equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "format",
                        "'%s' is not known; use %s"
                                .formatted(written, Download.Format.words().collect(Collectors.joining(" or ")))));
    }
}
