package org.citestream.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.citestream.kit.loop.Loop;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets a warning or an error through once a minute and counts the others like it, so that an endless failure neither
 * fills the disk nor hides anything else. Lines are alike when they differ in numbers only. The count follows when the
 * minute is over. Thread-safe.
 */
@LoggingFilter(name = "repeated-lines")
public final class RepeatedLines implements Filter {

    private static final String OWN_CATEGORY = RepeatedLines.class.getName();
    private static final Logger LOG = Logger.getLogger(OWN_CATEGORY);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int KINDS = 1_000;
    private static final int SHOWN = 300;

    private static final ExtFormatter FORMATTER = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord record) {
            return String.valueOf(formatMessage(record));
        }
    };

    private final LongSupplier nanos;
    private final boolean looks;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private Loop loop;

    /** For a service. */
    public RepeatedLines() {
        this(System::nanoTime, true);
    }

    /** @param looks whether counts are told by a thread, rather than by {@link #tell} */
    RepeatedLines(LongSupplier nanos, boolean looks) {
        this.nanos = nanos;
        this.looks = looks;
    }

    private static final class Seen {
        private final long since;
        private final String line;
        private int more;

        Seen(long since, String line) {
            this.since = since;
            this.line = line;
        }

        String count() {
            return "%d more within a minute: %s".formatted(more, line);
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getLevel().intValue() < Level.WARNING.intValue() || OWN_CATEGORY.equals(record.getLoggerName())) {
            return true;
        }
        String line = line(record);
        String kind = record.getLoggerName()
                + ' '
                + record.getLevel()
                + ' '
                + line.replaceAll("[0-9]+", "#").toLowerCase(Locale.ROOT);
        synchronized (seen) {
            Seen last = seen.get(kind);
            if (last == null) {
                if (seen.size() >= KINDS) {
                    seen.remove(seen.keySet().iterator().next());
                }
                seen.put(kind, new Seen(nanos.getAsLong(), line));
                start();
                return true;
            }
            last.more++;
            return false;
        }
    }

    private static String line(LogRecord record) {
        String text = FORMATTER.format(record);
        String thrown = record.getThrown() == null
                ? ""
                : " (" + record.getThrown().getClass().getName() + ")";
        return (text.length() <= SHOWN ? text : text.substring(0, SHOWN)) + thrown;
    }

    private void start() {
        if (looks && loop == null) {
            loop = Loop.named("citestream-repeated-lines").daemon().of(() -> {
                tell();
                return LOOK;
            });
            loop.start();
        }
    }

    /** Reports the counts of elapsed minutes; the next such line is let through again. */
    void tell() {
        List<String> counts = new ArrayList<>();
        long now = nanos.getAsLong();
        synchronized (seen) {
            seen.values().removeIf(one -> {
                boolean over = now - one.since >= WINDOW.toNanos();
                if (over && one.more > 0) {
                    counts.add(one.count());
                }
                return over;
            });
        }
        counts.forEach(LOG::warn);
    }
}
