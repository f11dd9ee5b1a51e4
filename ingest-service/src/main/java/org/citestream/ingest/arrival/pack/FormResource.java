package org.citestream.ingest.arrival.pack;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Articles from a browser's form: one file or several, whatever their fields are called. */
@Path("/articles")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
public class FormResource {
    private static final int UNPROCESSABLE = 422;

    private final PackIntake intake;

    public FormResource(PackIntake intake) {
        this.intake = intake;
    }

    /** What came of each file, in the order of the form. */
    public record FormAnswer(List<PackLine> files) {
        public FormAnswer {
            files = List.copyOf(files);
        }
    }

    /**
     * Takes in each file as an article; of an archive it says where to send it. One that is refused does not keep the
     * others out: the status is that of the worst.
     */
    @POST
    public Response post(
            @RestForm(FileUpload.ALL) List<FileUpload> files,
            @RestQuery boolean force,
            @HeaderParam("traceparent") String traceparent)
            throws IOException {
        if (files == null || files.isEmpty()) {
            throw new BadRequestException("The form holds no file; send one in a field of its own, in any name.");
        }
        List<PackLine> lines = new ArrayList<>();
        for (FileUpload file : files) {
            try (InputStream article = Files.newInputStream(file.uploadedFile())) {
                lines.add(intake.takeInAlone(file.fileName(), article, force, traceparent));
            }
        }
        return Response.status(status(lines)).entity(new FormAnswer(lines)).build();
    }

    private static int status(List<PackLine> lines) {
        if (lines.stream().anyMatch(line -> line.failed() != null)) {
            return Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        }
        if (lines.stream().anyMatch(line -> line.rejected() != null)) {
            return UNPROCESSABLE;
        }
        boolean unchanged = lines.stream().allMatch(line -> line.outcome().unchanged());
        return (unchanged ? Response.Status.OK : Response.Status.CREATED).getStatusCode();
    }
}
