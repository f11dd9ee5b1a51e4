package org.citestream.query.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How often an alert is sent. */
public enum Frequency {
    AT_ONCE,
    DAILY,
    WEEKLY;

    /** As in JSON, forms and the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Frequency> ofWireName(String name) {
        for (Frequency frequency : values()) {
            if (frequency.wireName().equals(name)) {
                return Optional.of(frequency);
            }
        }
        return Optional.empty();
    }

    /**
     * When a match found now goes out: at once after {@code gather}, but {@code interval} after the last delivery at
     * the earliest; daily at the next {@code hour} (UTC); weekly at that hour of the next Monday.
     *
     * @param last when the last delivery went out, or null
     */
    Instant due(Instant now, Instant last, Duration gather, Duration interval, int hour) {
        if (this == AT_ONCE) {
            Instant soon = now.plus(gather);
            Instant again = last == null ? soon : last.plus(interval);
            return again.isAfter(soon) ? again : soon;
        }
        ZonedDateTime time = now.atZone(ZoneOffset.UTC);
        ZonedDateTime morning = time.truncatedTo(ChronoUnit.DAYS).withHour(hour);
        if (this == WEEKLY) {
            morning = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!morning.isAfter(time)) {
            morning = morning.plusDays(this == WEEKLY ? 7 : 1);
        }
        return morning.toInstant();
    }
}
