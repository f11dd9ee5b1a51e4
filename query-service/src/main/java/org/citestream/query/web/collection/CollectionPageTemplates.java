package org.citestream.query.web.collection;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionAccess.OpenedCollection;
import org.citestream.query.web.related.MapDrawing;

/** The pages of collections. */
@CheckedTemplate(basePath = "collection")
final class CollectionPageTemplates {

    private CollectionPageTemplates() {}

    static native TemplateInstance list(CollectionsPage page);

    static native TemplateInstance page(CollectionPage page);

    static native TemplateInstance work(OpenedCollection opened, CollectedWorkRow work, String action, String back);

    static native TemplateInstance settings(OpenedCollection opened, CollectionPage.SharedLinks links, String base);

    /** @param drawing null if there is nothing to draw */
    static native TemplateInstance map(OpenedCollection opened, MapDrawing drawing, String back);

    static native TemplateInstance compare(ComparedPage page);

    static native TemplateInstance add(AddPage page);
}
