package org.citestream.query.web.about;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.web.PublicAddress;

/** How to read from this service and how to feed it. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
public class AboutResource {

    @CheckedTemplate(basePath = "about")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance api(String url);

        static native TemplateInstance articles();
    }

    private final PublicAddress address;

    AboutResource(PublicAddress address) {
        this.address = address;
    }

    @GET
    @Path("api")
    public TemplateInstance api() {
        return Templates.api(address.base());
    }

    @GET
    @Path("articles")
    public TemplateInstance articles() {
        return Templates.articles();
    }
}
