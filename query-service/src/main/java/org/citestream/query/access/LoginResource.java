package org.citestream.query.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
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
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.query.PublicUrl;
import org.jboss.logging.Logger;

/** The page on which a user enters a key once, or goes to the issuer of tokens, and gets a session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LoginResource {

    private static final Logger LOG = Logger.getLogger(LoginResource.class);

    @Inject
    ApiKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    IssuerSignIn issuer;

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

        static native TemplateInstance login(String who, boolean keys, String issuer, String to, String complaint);
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

    /** Goes to the issuer. */
    @GET
    @Path("login/oidc")
    public Response toIssuer(@QueryParam("to") String to) {
        if (!issuer.isOffered()) {
            return show(404, to, "This index knows no issuer to sign in at.");
        }
        try {
            IssuerSignIn.BegunSignIn begun = issuer.begin(new ReturnPath(to));
            return Response.seeOther(begun.address())
                    .header("Cache-Control", "no-store")
                    .cookie(signInCookie(begun.cookie(), (int) IssuerSignIn.PATIENCE.toSeconds()))
                    .build();
        } catch (IOException away) {
            return issuerAway(to, away);
        }
    }

    /** Comes back from it. */
    @GET
    @Path("login/oidc/callback")
    public Response fromIssuer(
            @CookieParam(IssuerSignIn.COOKIE) String cookie,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("error") String error) {
        if (!issuer.isOffered()) {
            return show(404, "/", "This index knows no issuer to sign in at.");
        }
        if (code == null) {
            return show(401, "/", "The issuer signed nobody in. " + (error == null ? "" : error));
        }
        try {
            IssuerSignIn.SignedIn in = issuer.finish(cookie, state, code);
            // A redirect would be one that the issuer's page began: browsers would keep a strict cookie back.
            return response(200, in.caller().name(), in.to().path(), null)
                    .header("Refresh", "0;url=" + in.to().path())
                    .cookie(signInCookie("", 0), cookie(sessions.openIssued(in.caller()), (int)
                            settings.session().toSeconds()))
                    .build();
        } catch (SignInException refused) {
            return show(401, "/", refused.getMessage());
        } catch (IOException away) {
            return issuerAway("/", away);
        }
    }

    private Response issuerAway(String to, IOException away) {
        LOG.warnf("Nobody can sign in at the issuer: %s", away.getMessage());
        return show(503, to, "The issuer does not answer. Try again later, or sign in with a key.");
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
        return response(status, caller.isKnown() ? caller.name() : null, to, complaint)
                .build();
    }

    private Response.ResponseBuilder response(int status, String who, String to, String complaint) {
        ReturnPath back = new ReturnPath(to);
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(LoginTemplates.login(
                        who, !keys.all().isEmpty(), issuer.isOffered() ? back.issuer() : null, back.path(), complaint));
    }

    /** Comes back with a redirect of the issuer's, so it cannot be strict. */
    private NewCookie signInCookie(String value, int seconds) {
        return new NewCookie.Builder(IssuerSignIn.COOKIE)
                .value(value)
                .path("/login/oidc")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(publicUrl.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
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
