package org.citestream.query.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mails, as text (nothing escaped) and as HTML (everything escaped). */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance digestHtml(Digest digest);

    static native TemplateInstance digestText(Digest digest);

    static native TemplateInstance confirmHtml(
            String about, String condition, String frequency, String confirm, long hours);

    static native TemplateInstance confirmText(
            String about, String condition, String frequency, String confirm, long hours);
}
