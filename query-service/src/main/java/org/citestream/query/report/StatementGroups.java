package org.citestream.query.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.citestream.query.database.ViewPosition;
import org.citestream.query.vocabulary.Facet;

/** The selected statements by citing publication, in the requested order. Immutable. */
final class StatementGroups {

    /** The day of publications without a date when the earliest come first. */
    static final int NO_DATE = 99_999_999;

    private final FilterMisses selected;
    private final CitedWork work;
    private final StatementOrder order;
    private final Comparator<Integer> ascending;
    private final ViewPosition.VisibleTransactions seen;

    /** {@code cursor} is null for the first page. */
    StatementGroups(FilterMisses selected, StatementOrder order, Cursor cursor) {
        this.selected = selected;
        this.work = selected.work();
        this.order = order;
        this.ascending = this::compare;
        this.seen = cursor == null ? null : cursor.moment().seen();
    }

    /**
     * A statement of a page.
     *
     * @param citing key of the citing publication
     * @param size how many statements its group has
     * @param key what it is sorted by
     */
    record GroupHead(long citing, UUID statement, long size, List<Double> key) {}

    private int compare(int one, int other) {
        for (int k = 0; k < Cursor.KEYS; k++) {
            int order = Double.compare(key(one, k), key(other, k));
            if (order != 0) {
                return order;
            }
        }
        return work.compareIds(one, other);
    }

    /** The first statement of each group after the cursor (null: from the beginning), at most {@code most}. */
    List<GroupHead> firsts(Cursor cursor, int most) {
        int[] first = new int[work.citers().size()];
        Arrays.fill(first, -1);
        for (int i = 0; i < work.size(); i++) {
            int citer = work.citer(i);
            if (isThere(i) && (first[citer] < 0 || ascending.compare(i, first[citer]) < 0)) {
                first[citer] = i;
            }
        }
        // Only the smallest are kept, because a page is short and there may be many groups.
        PriorityQueue<Integer> behind = new PriorityQueue<>(ascending.reversed());
        for (int statement : first) {
            if (statement >= 0 && (cursor == null || isBehind(statement, cursor))) {
                if (behind.size() < most) {
                    behind.add(statement);
                } else if (ascending.compare(statement, behind.element()) < 0) {
                    behind.remove();
                    behind.add(statement);
                }
            }
        }
        long[] sizes = sizes();
        return behind.stream()
                .sorted(ascending)
                .map(statement -> shown(statement, sizes))
                .toList();
    }

    /** All statements. */
    List<GroupHead> whole() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            if (isThere(i)) {
                all.add(i);
            }
        }
        all.sort(ascending);
        long[] sizes = sizes();
        return all.stream().map(statement -> shown(statement, sizes)).toList();
    }

    /** Statements per citing publication, in the order of the work's. */
    private long[] sizes() {
        long[] sizes = new long[work.citers().size()];
        for (int i = 0; i < work.size(); i++) {
            if (isThere(i)) {
                sizes[work.citer(i)]++;
            }
        }
        return sizes;
    }

    /** Statements that arrived after the first page was shown neither hide others nor appear twice. */
    private boolean isThere(int statement) {
        return selected.matches(statement) && (seen == null || seen.has(work.transaction(statement)));
    }

    private boolean isBehind(int statement, Cursor cursor) {
        for (int k = 0; k < Cursor.KEYS; k++) {
            int order = Double.compare(key(statement, k), cursor.key().get(k));
            if (order != 0) {
                return order > 0;
            }
        }
        return work.compareIds(statement, cursor.statement()) > 0;
    }

    private GroupHead shown(int statement, long[] sizes) {
        return new GroupHead(
                work.citers().get(work.citer(statement)).root(),
                work.id(statement),
                sizes[work.citer(statement)],
                IntStream.range(0, Cursor.KEYS).mapToObj(k -> key(statement, k)).toList());
    }

    /** The kth sort key, ascending; the same as in the export's SQL. */
    private double key(int statement, int k) {
        return switch (order) {
            case RELEVANCE ->
                switch (k) {
                    case 0 ->
                        Relevance.of(selected.code(Facet.TYPE, statement), selected.code(Facet.SECTION, statement));
                    case 1 -> -work.confidence(statement);
                    case 2 -> -lastDay(statement);
                    default -> 0;
                };
            case NEWEST -> k == 0 ? -lastDay(statement) : k == 1 ? work.ordinal(statement) : 0;
            case OLDEST -> k == 0 ? oldest(statement) : k == 1 ? work.ordinal(statement) : 0;
            case CONFIDENCE ->
                switch (k) {
                    case 0 -> -work.confidence(statement);
                    case 1 -> -lastDay(statement);
                    case 2 -> work.ordinal(statement);
                    default -> 0;
                };
        };
    }

    private int lastDay(int statement) {
        return work.citers().get(work.citer(statement)).lastDay();
    }

    private int oldest(int statement) {
        int day = lastDay(statement);
        return day == 0 ? NO_DATE : day;
    }
}
