package org.citestream.query.web.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.check.ListFormat;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionAccess.OpenedCollection;
import org.citestream.query.collection.CollectionContent;
import org.citestream.query.collection.CollectionExport;
import org.citestream.query.collection.CollectionImport.ImportReport;
import org.citestream.query.collection.CollectionOrder;
import org.citestream.query.collection.CollectionOrder.CollectionSort;
import org.citestream.query.collection.CollectionPart;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * The page of a collection.
 *
 * @param columns of the table, beside the title
 * @param links for editors, else null
 * @param sent the list that was just sent, and what became of it
 */
public record CollectionPage(
        OpenedCollection opened,
        CollectionContent content,
        CollectionPart part,
        List<CollectionColumn> columns,
        YearChart years,
        SectionBars sections,
        SharedLinks links,
        SentList sent) {

    /** How much of the notices is shown before the rest is folded away. */
    private static final int FEW = 3;

    /** The addresses to share. */
    public record SharedLinks(String read, String edit) {}

    /**
     * A list that was sent.
     *
     * @param list as it was pasted, to be changed and sent again
     * @param report what became of it, or null
     * @param problem why nothing was added, or null
     */
    public record SentList(String list, String input, ImportReport report, String problem) {

        static SentList none() {
            return new SentList("", "", null, null);
        }
    }

    /** The head of a column: a link that sorts by it, and how the table is sorted by it now, if it is. */
    public record TableHead(String label, String address, String sorted, boolean numeric) {}

    /** A row with its cells. */
    public record TableRow(CollectedWorkRow work, List<TableCell> cells, String edit) {}

    /** A cell; an unknown value is empty. */
    public record TableCell(String text, boolean numeric) {}

    /** A tag as a link to the works that have it, or back to all. */
    public record TagLink(String tag, long works, String address, boolean chosen) {}

    public CollectionPage {
        columns = List.copyOf(columns);
    }

    public WorkCollection collection() {
        return opened.collection();
    }

    /** This page's address with the token, if the reader came by one. */
    private PageAddress base(String suffix) {
        PageAddress base = new PageAddress("/collections/" + collection().id + suffix, Map.of());
        return opened.token().map(token -> base.with("t", token)).orElse(base);
    }

    /** A page below this one. */
    public String below(String suffix) {
        return base(suffix).toString();
    }

    /** The address of this state of the table. */
    private PageAddress state() {
        PageAddress state = base("").with("tag", part.tag());
        if (!columns.equals(CollectionColumn.usual())) {
            state = state.set(
                    "column", columns.stream().map(CollectionColumn::parameter).toList());
        }
        return isSortUsual() ? state : state.with("order", part.sort().toString());
    }

    private boolean isSortUsual() {
        return part.sort().equals(CollectionSort.of(null));
    }

    /** The head of the column of titles. */
    public TableHead titleHead() {
        return head("Title", CollectionOrder.TITLE, false);
    }

    public List<TableHead> heads() {
        return columns.stream()
                .map(column -> head(column.label(), column.order(), column.isNumeric()))
                .toList();
    }

    private TableHead head(String label, CollectionOrder order, boolean numeric) {
        boolean sorted = part.sort().order() == order;
        CollectionSort next = new CollectionSort(order, sorted && !part.sort().reversed());
        String direction = part.sort().isAscending() ? "ascending" : "descending";
        return new TableHead(
                label, state().with("order", next.toString()) + "#works", sorted ? direction : null, numeric);
    }

    public List<TableRow> rows() {
        return content.listed().stream()
                .map(work -> new TableRow(
                        work,
                        columns.stream()
                                .map(column -> new TableCell(column.of(work), column.isNumeric()))
                                .toList(),
                        opened.editable()
                                ? opened.token()
                                        .map(token -> address(work).with("t", token))
                                        .orElse(address(work))
                                        .toString()
                                : null))
                .toList();
    }

    private PageAddress address(CollectedWorkRow work) {
        return PageAddress.of("collections/" + collection().id + "/works", work.id());
    }

    /** The formats of lists. */
    public List<String> formats() {
        return ListFormat.names();
    }

    /** Every column, to be chosen from. */
    public List<CollectionColumn> allColumns() {
        return List.of(CollectionColumn.values());
    }

    public String order() {
        return part.sort().toString();
    }

    public List<TagLink> tags() {
        return content.tags().entrySet().stream()
                .map(tag -> new TagLink(
                        tag.getKey(),
                        tag.getValue(),
                        (part.tag().equals(tag.getKey()) ? state().without("tag") : state().with("tag", tag.getKey()))
                                + "#works",
                        part.tag().equals(tag.getKey())))
                .toList();
    }

    public String next() {
        int next = part.offset() + part.limit();
        return next < content.matching() ? state().with("offset", Integer.toString(next)) + "#works" : null;
    }

    public String previous() {
        int before = Math.max(0, part.offset() - part.limit());
        return part.offset() == 0
                ? null
                : (before == 0 ? state() : state().with("offset", Integer.toString(before))) + "#works";
    }

    /** The number of the first work of this page, from 1. */
    public int from() {
        return part.offset() + 1;
    }

    public int to() {
        return part.offset() + content.listed().size();
    }

    /** The formats of an export with their addresses. */
    public Map<String, String> exports() {
        Map<String, String> exports = new LinkedHashMap<>();
        Stream.of(CollectionExport.values())
                .forEach(format -> exports.put(
                        format.parameter(),
                        new PageAddress("/api/v1/collections/" + collection().id + "/export", Map.of())
                                .with("format", format.parameter())
                                .with("t", opened.token().orElse(""))
                                .toString()));
        return exports;
    }

    /** What is followed, as the sign-up for alerts takes it: the link, where the reader came by one. */
    private String followed() {
        return opened.token().orElse(collection().id.toString());
    }

    /** The address to sign up for new contrasting statements and notices. */
    public String alert() {
        return new PageAddress("/alerts/new", Map.of())
                .with("follows", "collection")
                .with("target", followed())
                .set(
                        "event",
                        Stream.of(ChangeType.STATEMENT_ADDED, ChangeType.STATEMENT_CHANGED, ChangeType.NOTICE_ISSUED)
                                .map(ChangeType::wireName)
                                .toList())
                .with(Facet.TYPE.parameter(), CitationType.CONTRASTING.wireName())
                .toString();
    }

    /** All statements and notices as a feed, atom or json. */
    public String feed(String format) {
        return new PageAddress("/feeds/" + format + "/collections/" + collection().id, Map.of())
                .with("t", opened.token().orElse(""))
                .toString();
    }

    public List<CollectionContent.WorkWithNotices> firstNoticed() {
        return content.noticed().stream().limit(FEW).toList();
    }

    public List<CollectionContent.WorkWithNotices> moreNoticed() {
        return content.noticed().stream().skip(FEW).toList();
    }
}
