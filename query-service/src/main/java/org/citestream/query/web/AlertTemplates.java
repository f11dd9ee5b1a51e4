package org.citestream.query.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of alerts. */
@CheckedTemplate(basePath = "alert")
final class AlertTemplates {

    private AlertTemplates() {}

    static native TemplateInstance signUp(AlertSubject subject, boolean mail);

    static native TemplateInstance mine(String address, List<AlertRow> rows, String token);

    /** A page with one button, which posts the token to the path. */
    static native TemplateInstance ask(String title, String detail, String action, String token, String button);

    static native TemplateInstance said(String title, String detail);
}
