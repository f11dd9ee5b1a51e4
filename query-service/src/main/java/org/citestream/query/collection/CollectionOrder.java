package org.citestream.query.collection;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.collection.CollectionReader.KnownWork;
import org.citestream.query.problem.BadParameterException;

/** What the works of a collection are sorted by. */
public enum CollectionOrder {
    ADDED(true, Comparator.comparing(one -> one.collected().addedAt)),
    TITLE(false, Comparator.comparing(one -> one.sortedTitle())),
    JOURNAL(false, Comparator.comparing(one -> one.sortedJournal())),
    YEAR(true, Comparator.comparing(one -> one.year() == null ? 0 : one.year())),
    SUPPORTING(true, Comparator.comparing(one -> one.tally().supporting())),
    MENTIONING(true, Comparator.comparing(one -> one.tally().mentioning())),
    CONTRASTING(true, Comparator.comparing(one -> one.tally().contrasting())),
    STATEMENTS(true, Comparator.comparing(one -> one.tally().total())),
    CITING(true, Comparator.comparing(one -> one.tally().citingPublications()));

    private final boolean greatestFirst;

    @SuppressWarnings("ImmutableEnumChecker") // of values
    private final Comparator<KnownWork> ascending;

    CollectionOrder(boolean greatestFirst, Comparator<KnownWork> ascending) {
        this.greatestFirst = greatestFirst;
        this.ascending = ascending;
    }

    /** A direction that a reader may turn around. */
    public record CollectionSort(CollectionOrder order, boolean reversed) {

        /** As in addresses: {@code year}, or {@code -year} for the other way round; {@code added} by default. */
        public static CollectionSort of(String written) {
            String name = written == null || written.isBlank() ? ADDED.parameter() : written.strip();
            boolean reversed = name.startsWith("-");
            String bare = reversed ? name.substring(1) : name;
            for (CollectionOrder order : values()) {
                if (order.parameter().equals(bare)) {
                    return new CollectionSort(order, reversed);
                }
            }
            throw new BadParameterException(
                    "order",
                    "'%s' is not valid; use %s, with - before it for the other way round"
                            .formatted(
                                    written,
                                    Stream.of(values())
                                            .map(CollectionOrder::parameter)
                                            .collect(Collectors.joining(", "))));
        }

        /** Whether the least comes first. */
        public boolean isAscending() {
            return order.greatestFirst == reversed;
        }

        @Override
        public String toString() {
            return (reversed ? "-" : "") + order.parameter();
        }

        /** Works that the index does not know come last, ties in the order of their ids. */
        Comparator<KnownWork> comparator() {
            return Comparator.comparing((KnownWork one) -> one.key() == null)
                    .thenComparing(isAscending() ? order.ascending : order.ascending.reversed())
                    .thenComparing(one -> one.collected().work);
        }
    }

    /** Its name in addresses. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
