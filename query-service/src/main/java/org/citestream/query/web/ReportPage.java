package org.citestream.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.integrity.Signals;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ReferenceQuery;
import org.citestream.query.report.References;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.web.badge.BadgeSnippet;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * Everything the report page shows.
 *
 * @param address this page's own, in its shortest form
 * @param tab cited or references
 * @param nextPage address of the next page of groups, or null
 * @param references the reference list on its tab, else null
 * @param charts null if they are not requested
 * @param badge null if labels must not be revealed
 * @param retraction null unless the work was retracted or withdrawn on a known date
 */
public record ReportPage(
        Report report,
        ReportQuery query,
        PageAddress address,
        String tab,
        Abstract summary,
        FullText fullText,
        CitationTexts citation,
        List<FacetBox> boxes,
        FacetBox years,
        List<Chip> chips,
        List<CardGroup> groups,
        String nextPage,
        ListedReferences references,
        Charts charts,
        Head head,
        BadgeSnippet badge,
        Retraction retraction) {

    /** The charts of the work's statements; either may be null if there is nothing to compare. */
    public record Charts(YearChart years, SectionBars sections) {}

    /** A part of the reference list, its query, and what the whole list shows. */
    public record ListedReferences(References list, ReferenceQuery query, List<Signals.Signal> signals) {

        public ListedReferences {
            signals = List.copyOf(signals);
        }

        /** The available orders, as named in URLs. */
        public List<String> orders() {
            return Stream.of(ReferenceQuery.ReferenceOrder.values())
                    .map(ReferenceQuery.ReferenceOrder::parameter)
                    .toList();
        }

        /** The requested words. */
        public String words() {
            return String.join(" ", query.words());
        }

        /** The query as parameters, without defaults. */
        Map<String, List<String>> parameters() {
            return Map.of(
                    "q",
                    List.of(words()),
                    Facet.TYPE.parameter(),
                    query.type() == null ? List.of() : List.of(query.type().wireName()),
                    "noticed",
                    query.noticed() ? List.of("true") : query.doubted() ? List.of("doubted") : List.of(),
                    "uncited",
                    query.uncited() ? List.of("true") : List.of(),
                    "order",
                    query.order() == ReferenceQuery.ReferenceOrder.LIST
                            ? List.of()
                            : List.of(query.order().parameter()));
        }
    }

    /**
     * The parts of the page for machines.
     *
     * @param canonical the absolute URL of the report without filters
     * @param linkedData JSON-LD, safe to embed in the page as it is
     */
    public record Head(String description, String canonical, String linkedData) {}

    /** The abstract in two parts; {@code rest} is null if it is short. */
    public record Abstract(String lead, String rest) {}

    /** An active filter and the address without it. */
    public record Chip(String label, String without) {}

    /**
     * A citing publication's cards.
     *
     * @param fullText where its full text is, or null
     * @param all the address with all of them, or null if all are here
     */
    public record CardGroup(
            String id, ShownPublication citing, FullText fullText, List<StatementCard> cards, long more, String all) {}

    /** The affiliations of its authors that have a page. */
    public List<ListedName> institutions() {
        return ListedName.institutions(report.publication());
    }

    /** Who paid for it. */
    public List<ListedName> funders() {
        return ListedName.funders(report.publication());
    }

    /** Following this work with the active filters. */
    public AlertSubject alert() {
        return AlertSubject.of(report.publication(), address.parameters());
    }

    /** The address of this page with another tab, order or switch. */
    public String tabAddress(String other) {
        return other.equals("cited")
                ? address.without("tab", "cursor", "offset").toString()
                : new PageAddress(address.path(), Map.of("tab", List.of(other))).toString();
    }

    /** The address of what this page shows as a file, filters and all. */
    public String exportAddress(String format) {
        return new PageAddress("/api/v1/exports/statements", address.parameters())
                .without("tab", "cursor", "offset", "limit")
                .with("cited", report.publication().id())
                .with("format", format)
                .toString();
    }

    /** The address of the next part of the reference list. */
    public String nextReferences() {
        return new PageAddress(address.path(), references.parameters())
                .with("tab", "references")
                .with("offset", references.list().next().toString())
                .toString();
    }

    /** The filters shown before the years: sections and types. */
    public List<FacetBox> firstBoxes() {
        return boxes.stream().filter(ReportPage::isFirst).toList();
    }

    /** The filters shown after the years. */
    public List<FacetBox> lastBoxes() {
        return boxes.stream().filter(box -> !isFirst(box)).toList();
    }

    private static boolean isFirst(FacetBox box) {
        return List.of(Facet.SECTION.parameter(), Facet.TYPE.parameter()).contains(box.name());
    }

    /** Requested years that the two fields cannot express. */
    public List<String> otherYears() {
        return yearFrom() == null && yearTo() == null ? query.filters().of(Facet.YEAR) : List.of();
    }

    /** The address of this page without filters. */
    public String cleared() {
        return new PageAddress(address.path(), Map.of()).toString();
    }

    public String typeAddress(String type) {
        return cleared() + "?" + Facet.TYPE.parameter() + "=" + type + "#results";
    }

    /** The address of this report for one year or range of years, to be appended. */
    public String yearLink() {
        return of(Facet.YEAR);
    }

    /** The address of this report for one section, to be appended. */
    public String sectionLink() {
        return of(Facet.SECTION);
    }

    private String of(Facet facet) {
        String others =
                address.without("cursor", "tab", "offset", facet.parameter()).toString();
        return others + (others.contains("?") ? "&" : "?") + facet.parameter() + "=";
    }

    /** The address of the report as of the day before the retraction, or null if the day is not known. */
    public String beforeRetraction() {
        return retraction == null || retraction.date().length() < 10
                ? null
                : cleared() + "?asOf=" + LocalDate.parse(retraction.date()).minusDays(1);
    }

    /** The range of years of statements, or null if there is nothing to select. */
    public YearSpan yearSpan() {
        return YearSpan.of(years, yearFrom(), yearTo());
    }

    /** The first requested year, or null. */
    public Integer yearFrom() {
        return query.filters().firstYear();
    }

    /** The last requested year, or null. */
    public Integer yearTo() {
        return query.filters().lastYear();
    }

    public String words() {
        return String.join(
                " ",
                query.words().terms().stream()
                        .map(term -> term.contains(" ") ? "\"" + term + "\"" : term)
                        .toList());
    }

    public boolean filtered() {
        return !chips.isEmpty();
    }
}
