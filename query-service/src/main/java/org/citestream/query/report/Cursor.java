package org.citestream.query.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.citestream.query.database.ViewPosition;
import org.citestream.query.problem.BadParameterException;

/**
 * Where a page of groups ended: the sort key of its last group, and the moment of the first page, so that statements
 * that arrive while someone pages neither hide others nor appear twice.
 *
 * @param order the order the key belongs to
 * @param key four numbers, ascending
 * @param statement the first statement of that group
 * @param moment what the first page saw
 */
record Cursor(StatementOrder order, List<Double> key, UUID statement, ViewPosition moment) {

    static final int KEYS = 4;

    Cursor {
        key = List.copyOf(key);
    }

    String encode() {
        StringBuilder plain = new StringBuilder(order.parameter());
        plain.append('\n')
                .append(moment.generation())
                .append('\n')
                .append(moment.snapshot())
                .append('\n')
                .append(statement);
        key.forEach(part -> plain.append('\n').append(part));
        plain.append('\n').append(moment.life());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Decodes what {@link #encode()} wrote; a cursor of another order is refused. */
    static Cursor decode(String encoded, StatementOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\n", -1));
            StatementOrder itsOrder = StatementOrder.parse(parts.get(0));
            if (itsOrder == order) {
                return new Cursor(
                        order,
                        parts.subList(4, 4 + KEYS).stream().map(Double::valueOf).toList(),
                        UUID.fromString(parts.get(3)),
                        new ViewPosition(
                                Integer.parseInt(parts.get(1)),
                                parts.size() > 4 + KEYS ? parts.get(4 + KEYS) : "",
                                parts.get(2)));
            }
        } catch (BadParameterException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadParameterException(
                    "cursor", "it was not made by this server; take it from `next` of the page before");
        }
        throw new BadParameterException("cursor", "it belongs to another order; start again without a cursor");
    }
}
