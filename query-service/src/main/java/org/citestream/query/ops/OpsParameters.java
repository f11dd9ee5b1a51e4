package org.citestream.query.ops;

import java.time.DateTimeException;
import java.time.Instant;
import org.citestream.query.problem.BadParameterException;

/** Parses parameters; what cannot be parsed is refused, not guessed. */
public final class OpsParameters {

    private OpsParameters() {}

    /** An integer of at least 0, or null if none is given. */
    public static Long number(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadParameterException(name, "'%s' is not a whole number of 0 or more".formatted(text));
        }
        return Long.valueOf(text);
    }

    /** The same for small numbers. */
    public static Integer small(String name, String text) {
        Long number = number(name, text);
        if (number != null && number > Integer.MAX_VALUE) {
            throw new BadParameterException(name, "%d is too large".formatted(number));
        }
        return number == null ? null : number.intValue();
    }

    /** A count from 1 to a maximum. */
    public static int limit(String text, int otherwise, int most) {
        Integer limit = small("limit", text);
        if (limit != null && limit == 0) {
            throw new BadParameterException("limit", "at least 1");
        }
        return limit == null ? otherwise : Math.min(limit, most);
    }

    /** A time as ISO 8601 with its zone, or as milliseconds since 1970; null if none is given. */
    public static Instant time(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.matches("[0-9]{1,15}")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    // A browser's date-time field gives neither seconds nor a zone; UTC is assumed.
                    : Instant.parse(text.matches(".*T[0-9:.]+") ? withSeconds(text) + "Z" : text);
        } catch (DateTimeException unreadable) {
            throw new BadParameterException(
                    name, "'%s' is not a valid time; use e.g. 2026-11-22T10:00:00Z".formatted(text));
        }
    }

    private static String withSeconds(String text) {
        return text.matches(".*T[0-9]{2}:[0-9]{2}") ? text + ":00" : text;
    }

    /** A required value. */
    public static String needed(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new BadParameterException(name, "must be given");
        }
        return text;
    }
}
