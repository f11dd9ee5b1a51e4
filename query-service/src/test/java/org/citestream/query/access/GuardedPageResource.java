package org.citestream.query.access;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A page to guard, in tests only: it answers with who asked. */
@Path("/guarded/page")
@Produces(MediaType.TEXT_HTML)
@Requires(Scope.CURATE)
@Blocking
public class GuardedPageResource {

    private final Caller caller;

    GuardedPageResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    public String page() {
        return caller.name();
    }

    @POST
    public String form() {
        return caller.name();
    }
}
