package org.citestream.query.alert.feed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.citestream.query.integrity.BoardAnswers;
import org.citestream.query.publication.WithdrawnNotice;
import org.citestream.query.report.ShownStatement;

/** The contents of an entry, escaped. */
@CheckedTemplate(basePath = "feed")
final class FeedTemplates {

    private FeedTemplates() {}

    static native TemplateInstance statement(ShownStatement statement, String citing, String cited);

    static native TemplateInstance notice(BoardAnswers.BoardNotice notice);

    static native TemplateInstance withdrawn(WithdrawnNotice notice);
}
