package org.citestream.query.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.citestream.kit.database.Sql;

/**
 * An order of the works {@code p} in which a page can begin behind any work, however far that is: by a text, equals by
 * their id.
 *
 * @param value the text as SQL, never null
 */
public record Keyset(String value, boolean descending) {

    private static final String ID = "p.id COLLATE \"C\"";

    /**
     * Where a page begins: behind the work with this value and id. It travels as a token that says nothing to people.
     */
    public record Place(String value, String id) {

        private static final char BETWEEN = '\u0000';

        /** The place of a token; empty if it is none of ours. */
        public static Optional<Place> parse(String token) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)))
                        .toString();
                int between = text.indexOf(BETWEEN);
                return between < 0 || text.indexOf(BETWEEN, between + 1) >= 0
                        ? Optional.empty()
                        : Optional.of(new Place(text.substring(0, between), text.substring(between + 1)));
            } catch (IllegalArgumentException | CharacterCodingException none) {
                return Optional.empty();
            }
        }

        public String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((value + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a client wrote to sort by: {@code field}, {@code field:asc} or {@code field:desc}. */
    public record WrittenSort(String field, boolean descending) {

        /** Empty where the direction is neither. */
        public static Optional<WrittenSort> parse(String written) {
            String[] parts = written.split(":", 2);
            return switch (parts.length == 1 ? "asc" : parts[1]) {
                case "asc" -> Optional.of(new WrittenSort(parts[0], false));
                case "desc" -> Optional.of(new WrittenSort(parts[0], true));
                default -> Optional.empty();
            };
        }
    }

    /** Compares byte by byte, as a token is compared with. */
    public Keyset {
        value = "(" + value + ") COLLATE \"C\"";
    }

    /** The condition on works behind a place, which begins with AND. */
    public Sql behind(Place place) {
        return new Sql()
                .add(
                        "AND (%1$s %2$s ? OR (%1$s = ? AND %3$s > ?))".formatted(value, descending ? "<" : ">", ID),
                        place.value(),
                        place.value(),
                        place.id());
    }

    /** The order, as SQL. */
    public String by() {
        return "ORDER BY " + value + (descending ? " DESC" : "") + ", " + ID;
    }

    /** How many works cite the work {@code p}, as SQL. */
    public static String citations() {
        return "coalesce((SELECT sum(t.citing_publications) FROM active.tally t WHERE t.cited = p.key), 0)";
    }

    /** A number of at most 12 digits as a text of the same order, as SQL. */
    public static String padded(String number) {
        return "lpad((" + number + ")::text, 12, '0')";
    }
}
