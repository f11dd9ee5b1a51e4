package org.citestream.query.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of the home page, type-checked at build time. */
@CheckedTemplate(basePath = "")
final class HomeTemplates {

    private HomeTemplates() {}

    static native TemplateInstance home(HomePage page, FeaturedWorks by);
}
