package org.citestream.query.web.collection;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionOrder;

/** A column of the table of works beside the title. */
public enum CollectionColumn {
    JOURNAL(
            "Journal",
            CollectionOrder.JOURNAL,
            false,
            row -> row.work() == null ? null : row.work().journal()),
    YEAR(
            "Year",
            CollectionOrder.YEAR,
            true,
            row -> row.work() == null ? null : row.work().year()),
    SUPPORTING(
            "Supporting", CollectionOrder.SUPPORTING, true, row -> row.tally().supporting()),
    MENTIONING(
            "Mentioning", CollectionOrder.MENTIONING, true, row -> row.tally().mentioning()),
    CONTRASTING(
            "Contrasting", CollectionOrder.CONTRASTING, true, row -> row.tally().contrasting()),
    STATEMENTS(
            "Statements", CollectionOrder.STATEMENTS, false, row -> row.tally().total()),
    CITING("Cited by", CollectionOrder.CITING, true, row -> row.tally().citingPublications()),
    ADDED("Added", CollectionOrder.ADDED, false, row -> row.addedAt().toString().substring(0, "2026-12-01".length()));

    private final String label;
    private final CollectionOrder order;
    private final boolean usual;

    @SuppressWarnings("ImmutableEnumChecker") // of values
    private final Function<CollectedWorkRow, Object> value;

    CollectionColumn(String label, CollectionOrder order, boolean usual, Function<CollectedWorkRow, Object> value) {
        this.label = label;
        this.order = order;
        this.usual = usual;
        this.value = value;
    }

    public String label() {
        return label;
    }

    CollectionOrder order() {
        return order;
    }

    /** Its name in addresses. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its values are figures. */
    public boolean isNumeric() {
        return this != JOURNAL && this != ADDED;
    }

    /** The value in a row; empty if unknown. */
    String of(CollectedWorkRow row) {
        Object known = value.apply(row);
        return known == null
                ? ""
                : known instanceof Long count ? String.format(Locale.ROOT, "%,d", count) : known.toString();
    }

    /** The columns of these names, in the order of the table; the usual ones if there are none. */
    static List<CollectionColumn> named(List<String> names) {
        List<CollectionColumn> chosen = Stream.of(values())
                .filter(column -> names.contains(column.parameter()))
                .toList();
        return chosen.isEmpty() ? usual() : chosen;
    }

    static List<CollectionColumn> usual() {
        return Stream.of(values()).filter(column -> column.usual).toList();
    }
}
