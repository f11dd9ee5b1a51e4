package org.citestream.query.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.citestream.query.correction.OrphanedCorrection;
import org.citestream.query.correction.ShownCorrection;
import org.citestream.query.ops.candidate.CandidateDiff;
import org.citestream.query.report.StatementPage;

/** The templates of pages, type-checked at build time. */
@CheckedTemplate(basePath = "")
public final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance report(ReportPage page);

    static native TemplateInstance statement(StatementPage page, StatementCard card, List<ShownCorrection> corrections);

    static native TemplateInstance disagree(StatementPage page, StatementCard card, String who);

    static native TemplateInstance propose(StatementPage page, StatementCard card);

    static native TemplateInstance corrections(
            List<ShownCorrection> proposed, List<OrphanedCorrection> vanished, List<ShownCorrection> accepted);

    static native TemplateInstance candidate(CandidateDiff diff);

    static native TemplateInstance values(
            String facet,
            String legend,
            String words,
            List<ValueLink> links,
            String report,
            String next,
            Map<String, List<String>> filters);

    static native TemplateInstance citation(String text);

    static native TemplateInstance problem(String title, String detail, String suggestion);

    /** A value of a facet and the report filtered by it. */
    public record ValueLink(String label, long count, String address) {}
}
