package org.citestream.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    private final AtomicLong clock = new AtomicLong();
    private final RepeatedLines filter = new RepeatedLines(clock::get, false);

    private static LogRecord line(java.util.logging.Level level, String format, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(level, format, ExtLogRecord.FormatStyle.PRINTF, "any");
        record.setLoggerName("org.citestream.any");
        record.setParameters(parameters);
        return record;
    }

    @Test
    void shouldLetOneOfManyThroughAndTellTheCountWhenTheMinuteIsOver() {
        // Given
        List<String> told = new ArrayList<>();
        Logger logger = Logger.getLogger(RepeatedLines.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                told.add(record.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        logger.addHandler(handler);
        try {
            // When
            int shown = 0;
            for (int i = 0; i < 5_000; i++) {
                shown += filter.isLoggable(line(Level.ERROR, "offset %d: refused", i)) ? 1 : 0;
            }
            // Then
            assertThat(shown).isEqualTo(1);
            filter.tell();
            assertThat(told).isEmpty();

            clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
            filter.tell();

            assertThat(told).containsExactly("4999 more within a minute: offset 0: refused");
            assertThat(filter.isLoggable(line(Level.ERROR, "offset %d: refused", 1)))
                    .isTrue();
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void shouldKeepApartWhatIsNotAlike() {
        assertThat(filter.isLoggable(line(Level.WARN, "first"))).isTrue();
        assertThat(filter.isLoggable(line(Level.WARN, "second"))).isTrue();
        assertThat(filter.isLoggable(line(Level.ERROR, "first"))).isTrue();
        assertThat(filter.isLoggable(line(Level.WARN, "first"))).isFalse();
    }

    @Test
    void shouldCountNoLinesOfOrdinaryWork() {
        for (int i = 0; i < 3; i++) {
            assertThat(filter.isLoggable(line(Level.INFO, "doi:10.5555/a revision 1: unchanged")))
                    .isTrue();
        }
    }
}
