package org.citestream.query.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.query.PublicUrl;

/** The page on which a user enters a key once and gets a session for it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LoginResource {

    @Inject
    ApiKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    RequestOrigin origin;

    @Inject
    Caller caller;

    @Inject
    AccessSettings settings;

    @Inject
    PublicUrl publicUrl;

    @CheckedTemplate(basePath = "")
    static final class LoginTemplates {
        private LoginTemplates() {}

        static native TemplateInstance login(String who, boolean keys, String to, String complaint);
    }

    @GET
    @Path("login")
    public Response page(@QueryParam("to") String to) {
        return show(200, to, null);
    }

    @POST
    @Path("login")
    public Response login(
            @Context HttpServerRequest request, @FormParam("key") String secret, @FormParam("to") String to) {
        if (!origin.isOwn(request)) {
            return show(403, to, "Another site's page sent this form. Sign in here.");
        }
        Optional<ApiKey> key = Optional.ofNullable(secret).map(String::strip).flatMap(keys::withSecret);
        if (key.isEmpty()) {
            return show(401, to, "Unknown or revoked key.");
        }
        return Response.seeOther(URI.create(new ReturnPath(to).path()))
                .cookie(cookie(
                        sessions.open(key.get()), (int) settings.session().toSeconds()))
                .build();
    }

    @POST
    @Path("logout")
    public Response logout(@Context HttpServerRequest request) {
        if (!origin.isOwn(request)) {
            return show(403, "/", "Another site's page sent this form.");
        }
        return Response.seeOther(URI.create("/login")).cookie(cookie("", 0)).build();
    }

    private Response show(int status, String to, String complaint) {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(LoginTemplates.login(
                        caller.isKnown() ? caller.name() : null,
                        !keys.all().isEmpty(),
                        new ReturnPath(to).path(),
                        complaint))
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(publicUrl.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
