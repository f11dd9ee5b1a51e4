package org.citestream.query.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The home page, checked against what it is given when the service is built. */
@CheckedTemplate(basePath = "")
final class HomeTemplates {

    private HomeTemplates() {}

    static native TemplateInstance home(HomePage page, FeaturedWorks by);
}
