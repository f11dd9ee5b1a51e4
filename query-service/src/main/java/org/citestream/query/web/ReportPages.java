package org.citestream.query.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PublicUrl;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.StatementGroup;
import org.citestream.query.report.YearTrend;
import org.citestream.query.tally.ShownTally;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.web.badge.BadgeSnippet;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/** Builds the report page of a report. Thread-safe. */
@Singleton
record ReportPages(CitationStyles styles, PublicUrl outside) {

    private static final int LEAD = 360;
    private static final int SHORT = 480;

    /**
     * The page.
     *
     * @param references the reference list on its tab, else null
     * @param trend the data for charts, or null for none
     */
    ReportPage page(
            Report report,
            ReportQuery query,
            PageAddress address,
            String tab,
            ReportPage.ListedReferences references,
            YearTrend trend) {
        List<FacetBox> boxes = Facet.OF_REPORTS.stream()
                .filter(facet -> facet != Facet.YEAR)
                .filter(facet -> report.facets().containsKey(facet.parameter()))
                .map(facet -> FacetBox.of(facet, report, query, address))
                .filter(FacetBox::useful)
                .toList();
        return new ReportPage(
                report,
                query,
                address,
                tab,
                summary(report.publication().summary()),
                FullText.of(report.publication()),
                CitationTexts.of(report.publication(), styles),
                boxes,
                FacetBox.of(Facet.YEAR, report, query, address),
                chips(query, address),
                report.groups().stream().map(group -> group(group, address)).toList(),
                report.next() == null
                        ? null
                        : address.with("cursor", report.next()).toString(),
                references,
                trend == null ? null : new ReportPage.Charts(YearChart.of(trend), SectionBars.of(trend)),
                head(report, address),
                query.blind() ? null : badge(report.publication(), address),
                Retraction.of(report.notices()).orElse(null));
    }

    private BadgeSnippet badge(ShownPublication work, PageAddress address) {
        String picture =
                PageAddress.of("badge", Wording.bare(work.id()) + ".svg").path();
        return BadgeSnippet.of(work.doi(), picture, address.path(), outside);
    }

    private static ReportPage.CardGroup group(StatementGroup group, PageAddress address) {
        return new ReportPage.CardGroup(
                "g-" + Integer.toHexString(group.citing().id().hashCode()),
                group.citing(),
                FullText.of(group.citing()),
                group.statements().stream().map(StatementCard::of).toList(),
                group.more(),
                group.more() == 0
                        ? null
                        : address.without("cursor")
                                .with("citing", group.citing().id())
                                .toString());
    }

    private static List<ReportPage.Chip> chips(ReportQuery query, PageAddress address) {
        List<ReportPage.Chip> chips = new ArrayList<>();
        PageAddress start = address.without("cursor");
        for (Facet facet : Facet.OF_REPORTS) {
            for (String value : query.filters().of(facet)) {
                chips.add(new ReportPage.Chip(
                        facet.legend() + ": " + value.replace("..", " to "),
                        start.minus(facet.parameter(), value).toString()));
            }
        }
        query.citing()
                .ifPresent(id -> chips.add(new ReportPage.Chip(
                        "Citing work: " + Wording.bare(id),
                        start.without("citing").toString())));
        if (!query.words().isEmpty()) {
            chips.add(new ReportPage.Chip(
                    "Words: " + String.join(" ", query.words().terms()),
                    start.without("q").toString()));
        }
        query.asOf()
                .ifPresent(day -> chips.add(new ReportPage.Chip(
                        "As of " + day, start.without("asOf").toString())));
        if (query.excludeSelf()) {
            chips.add(new ReportPage.Chip(
                    "Self-citations excluded", start.without("exclude").toString()));
        }
        if (query.blind()) {
            chips.add(new ReportPage.Chip("Blind", start.without("blind").toString()));
        }
        if (query.machineLabels()) {
            chips.add(new ReportPage.Chip(
                    "Corrections ignored", start.without("labels").toString()));
        }
        return chips;
    }

    private ReportPage.Head head(Report report, PageAddress address) {
        String canonical = outside.of(address.path());
        ShownTally tally = report.tally();
        String figures = tally == null
                ? "What the literature says."
                : "%s from %s: %s supporting, %s mentioning, %s contrasting."
                        .formatted(
                                Wording.plural(tally.total(), "citation statement", "citation statements"),
                                Wording.plural(tally.citingPublicationsWithStatements(), "publication", "publications"),
                                Wording.number(tally.supporting()),
                                Wording.number(tally.mentioning()),
                                Wording.number(tally.contrasting()));
        return new ReportPage.Head(figures, canonical, LinkedData.of(report.publication(), canonical));
    }

    /** Cut at the end of a sentence if one ends nearby. */
    private static ReportPage.Abstract summary(String text) {
        if (text == null) {
            return null;
        }
        if (text.length() <= SHORT) {
            return new ReportPage.Abstract(text, null);
        }
        int end = text.lastIndexOf(". ", LEAD) + 1;
        int cut = end > LEAD / 2 ? end : Math.max(text.lastIndexOf(' ', LEAD), LEAD / 2);
        return new ReportPage.Abstract(
                text.substring(0, cut), text.substring(cut).strip());
    }
}
