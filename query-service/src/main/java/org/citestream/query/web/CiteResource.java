package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.citestream.query.api.PathId;
import org.citestream.query.api.ProblemException;
import org.citestream.query.report.PublicationReader;
import org.citestream.query.report.ShownPublication;
import org.citestream.query.report.Snapshot;

/** How to cite one work, as a file for reference managers. */
@Path("/cite")
@Blocking
public class CiteResource {

    private final Snapshot snapshot;
    private final PublicationReader publications;

    CiteResource(Snapshot snapshot, PublicationReader publications) {
        this.snapshot = snapshot;
        this.publications = publications;
    }

    @GET
    @Path("bibtex/{id:.+}")
    public Response bibtex(@Context HttpServerRequest request) {
        return file(citation(request, "/cite/bibtex/").bibtex(), "application/x-bibtex", "citation.bib");
    }

    @GET
    @Path("ris/{id:.+}")
    public Response ris(@Context HttpServerRequest request) {
        return file(citation(request, "/cite/ris/").ris(), "application/x-research-info-systems", "citation.ris");
    }

    private Citation citation(HttpServerRequest request, String prefix) {
        String curie = PathId.curie(request, prefix);
        Optional<ShownPublication> work = snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            publications.read(connection, List.of(key.get())).get(key.get()));
        });
        return work.map(Citation::of)
                .orElseThrow(() -> ProblemException.notFound("'%s' is not known".formatted(curie)));
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text, type + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
