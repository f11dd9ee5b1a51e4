package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.ops.candidate.CandidateReader;

/** The page with the differences that a candidate model would make. */
@Path("/ops/candidate")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CandidatePageResource {

    private static final int SHOWN = 50;

    @Inject
    CandidateReader candidate;

    @GET
    public TemplateInstance page() {
        return PageTemplates.candidate(candidate.read(SHOWN, 0).orElse(null));
    }
}
