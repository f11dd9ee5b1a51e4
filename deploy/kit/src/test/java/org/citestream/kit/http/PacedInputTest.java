package org.citestream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedInputTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A sender that lets us wait so long for each piece. */
    private PacedInput sender(long seconds, int pieceBytes) {
        InputStream body = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
                return Math.min(pieceBytes, length);
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        return new PacedInput(body, Duration.ofSeconds(60), 1_000, clock::get);
    }

    @Test
    void shouldEndASenderWhoDripsBytes() throws IOException {
        try (PacedInput drip = sender(10, 1)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 8; i++) {
                            assertThat(drip.read(new byte[8192])).isEqualTo(1);
                        }
                    })
                    .isInstanceOf(SlowSenderException.class)
                    .hasMessage("only 7 bytes came in 70 s of waiting for them");
        }
        assertThat(closed).as("waits for the rest, as a server's stream does").isFalse();
    }

    @Test
    void shouldWaitForASenderWhoKeepsThePace() throws IOException {
        try (PacedInput slow = sender(4, 4_096)) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(slow.read(new byte[8192])).isEqualTo(4_096);
            }
        }
    }

    @Test
    void shouldCountNoTimeThatTheReaderTook() throws IOException {
        try (PacedInput body = sender(0, 1)) {
            for (int i = 0; i < 100; i++) {
                clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
                assertThat(body.read(new byte[8192])).isEqualTo(1);
            }
        }
    }
}
