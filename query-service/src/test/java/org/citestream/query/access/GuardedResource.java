package org.citestream.query.access;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Something to guard, in tests only: it answers with who asked. */
@Path("/api/v1/guarded")
@Blocking
public class GuardedResource {

    private final Caller caller;

    GuardedResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    @Requires(Scope.OPERATE)
    public String api() {
        return caller.name();
    }
}
