package org.citestream.query.web.about;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.citestream.query.PublicUrl;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;

/** Pages about how to read from this service, how to add articles, and what decides the labels. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
public class AboutResource {

    @Inject
    PublicUrl address;

    @Inject
    ModelCards cards;

    @Inject
    NamedModels named;

    @Inject
    Caller caller;

    @CheckedTemplate(basePath = "about")
    static final class AboutTemplates {
        private AboutTemplates() {}

        static native TemplateInstance api(String url);

        static native TemplateInstance articles(boolean mayUpload);

        static native TemplateInstance model(ModelCard card, List<NamedModels.NamedModel> named);
    }

    @GET
    @Path("model")
    @Blocking
    public TemplateInstance model() {
        return AboutTemplates.model(cards.card().orElse(null), named.read());
    }

    @GET
    @Path("api")
    public TemplateInstance api() {
        return AboutTemplates.api(address.base());
    }

    @GET
    @Path("articles")
    @Blocking
    public TemplateInstance articles() {
        return AboutTemplates.articles(caller.may(Scope.INGEST));
    }
}
