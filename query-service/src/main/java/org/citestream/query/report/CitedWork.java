package org.citestream.query.report;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;

/**
 * All statements about one publication at one moment, without their texts, stored in columns with one position per
 * statement, and the citing publications. About 50 bytes per statement and 500 bytes per citing publication, so that
 * any query about a much-cited work is one pass in memory. Immutable and thread-safe.
 */
final class CitedWork {

    private static final int CODE_MASK = Codes.MOST - 1;

    /** The model's own label is stored above all codes. */
    private static final int MACHINE_TYPE_BIT = Codes.BITS * Facet.OF_STATEMENTS.size();

    private final List<Citer> citers;
    private final Map<Facet, CiterValues> values = new EnumMap<>(Facet.class);
    private final int[] citer;
    private final long[] ids;
    private final int[] codes;
    private final float[] confidences;
    private final int[] ordinals;
    private final long[] transactions;
    private Findings unconditional;

    /**
     * Columns as the database packs them.
     *
     * @param citers the citing publications
     * @param citer for each statement, the index of its publication among them
     */
    CitedWork(List<Citer> citers, int[] citer, PackedColumns packed) {
        int size = citer.length;
        this.citers = List.copyOf(citers);
        for (Facet facet : Citer.FACETS) {
            values.put(facet, new CiterValues(citers, facet));
        }
        this.citer = citer;
        this.ids = longs(packed.ids(), 2 * size);
        this.codes = ints(packed.codes(), size);
        this.confidences = new float[size];
        packed.confidences().asFloatBuffer().get(confidences);
        this.ordinals = ints(packed.ordinals(), size);
        this.transactions = longs(packed.transactions(), size);
    }

    /** Columns in network byte order, one value after the other. */
    record PackedColumns(
            ByteBuffer ids,
            ByteBuffer citing,
            ByteBuffer codes,
            ByteBuffer confidences,
            ByteBuffer ordinals,
            ByteBuffer transactions) {

        /** The keys of the citing publications, aliases not resolved. */
        long[] citingKeys() {
            return longs(citing, citing.remaining() / Long.BYTES);
        }
    }

    private static long[] longs(ByteBuffer packed, int count) {
        long[] values = new long[count];
        packed.asLongBuffer().get(values);
        return values;
    }

    private static int[] ints(ByteBuffer packed, int count) {
        int[] values = new int[count];
        packed.asIntBuffer().get(values);
        return values;
    }

    /** The result of the query without conditions, computed on first use. */
    synchronized Findings unconditional(Supplier<Findings> finding) {
        if (unconditional == null) {
            unconditional = finding.get();
        }
        return unconditional;
    }

    int size() {
        return citer.length;
    }

    List<Citer> citers() {
        return citers;
    }

    /** The values of a facet that belongs to the citing publications. */
    CiterValues values(Facet facet) {
        return values.get(facet);
    }

    /** The index of a statement's publication in {@link #citers()}. */
    int citer(int statement) {
        return citer[statement];
    }

    UUID id(int statement) {
        return new UUID(ids[2 * statement], ids[2 * statement + 1]);
    }

    /** Orders ids as the database does. */
    int compareIds(int one, int other) {
        return compare(one, ids[2 * other], ids[2 * other + 1]);
    }

    int compareIds(int one, UUID other) {
        return compare(one, other.getMostSignificantBits(), other.getLeastSignificantBits());
    }

    private int compare(int one, long high, long low) {
        int first = Long.compareUnsigned(ids[2 * one], high);
        return first != 0 ? first : Long.compareUnsigned(ids[2 * one + 1], low);
    }

    /** The code of a facet that belongs to the statement; for its type, the label in force or the model's own. */
    int code(Facet facet, int statement, boolean machine) {
        int bit = machine && facet == Facet.TYPE
                ? MACHINE_TYPE_BIT
                : facet.codes().bit();
        return codes[statement] >> bit & CODE_MASK;
    }

    float confidence(int statement) {
        return confidences[statement];
    }

    int ordinal(int statement) {
        return ordinals[statement];
    }

    /** The transaction that wrote the statement. */
    long transaction(int statement) {
        return transactions[statement];
    }

    /** The SQL expression whose values {@link PackedColumns#codes()} holds, over a row {@code s} of the statement table. */
    static String codesSql() {
        return Stream.concat(
                        Facet.OF_STATEMENTS.stream()
                                .map(facet ->
                                        packed(facet.column(), facet.codes().bit())),
                        Stream.of(packed("machine_type", MACHINE_TYPE_BIT)))
                .collect(Collectors.joining(" | "));
    }

    private static String packed(String column, int bit) {
        return "(s.%s::int << %d)".formatted(column, bit);
    }
}
