package org.citestream.query.correction;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mail that confirms a proposal, as text (nothing escaped) and as HTML (everything escaped). */
@CheckedTemplate(basePath = "mail")
final class ProposalTemplates {

    private ProposalTemplates() {}

    static native TemplateInstance proposalHtml(
            String sentence, String to, String why, String by, String confirm, long hours);

    static native TemplateInstance proposalText(
            String sentence, String to, String why, String by, String confirm, long hours);
}
