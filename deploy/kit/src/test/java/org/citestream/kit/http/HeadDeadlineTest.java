package org.citestream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeadDeadlineTest {

    private final HeadDeadline deadline = new HeadDeadline(Duration.ofSeconds(30));
    private final EmbeddedChannel connection = connected();

    private EmbeddedChannel connected() {
        EmbeddedChannel channel = new EmbeddedChannel(deadline);
        channel.freezeTime();
        return channel;
    }

    @Test
    void shouldCloseWhenAHeadComesByteByByte() {
        for (int second = 0; second < 29; second++) {
            send();
            pass(1);
        }
        assertThat(connection.isOpen()).isTrue();
        send();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void shouldWaitAsLongAsARequestIsBeingAnswered() {
        // Given
        send();
        deadline.headIsRead();
        // When
        send();
        pass(3600);
        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void shouldCloseWhenAFurtherHeadComesByteByByte() {
        // Given
        send();
        deadline.headIsRead();
        deadline.isAnswered();
        pass(3600);
        assertThat(connection.isOpen()).as("a connection that is kept").isTrue();
        // When
        send();
        pass(31);
        // Then
        assertThat(connection.isOpen()).isFalse();
    }

    private void send() {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[] {'a'}));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
