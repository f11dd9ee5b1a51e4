package org.citestream.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private Loop loop;

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void shouldTakeTurnsAtOnceWhenThereIsMoreAndSleepUntilWokenWhenThereIsNot() throws Exception {
        // Given
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        loop = Loop.named("test-loop").of(() -> {
            done.add(Thread.currentThread().getName());
            return turns.incrementAndGet() < 3 ? Turn.AT_ONCE : Turn.UNTIL_WOKEN;
        });

        // When
        loop.start();

        // Then
        await().until(() -> done.size() == 3);
        assertThat(done).containsOnly("test-loop");
        assertThat(loop.state()).isEqualTo(Loop.State.RUNNING);

        // When
        loop.wake();

        // Then
        await().until(() -> done.size() == 4);
    }

    @Test
    void shouldTryAgainWhenAFailurePasses() {
        // Given
        AtomicInteger retries = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        loop = Loop.named("test-loop")
                .backoff(SHORT, SHORT.multipliedBy(4))
                .onRetry(failure -> retries.incrementAndGet())
                .of(counting(() -> {
                    if (mended.getCount() > 0) {
                        throw new IllegalStateException("away");
                    }
                    return Turn.UNTIL_WOKEN;
                }));

        // When
        loop.start();

        // Then
        await().until(() -> retries.get() > 3);
        assertThat(loop.trouble()).isEqualTo("away");
        assertThat(loop.isAlive()).isTrue();
        assertThat(released.get()).isPositive();

        // When
        mended.countDown();

        // Then
        await().until(() -> loop.state() == Loop.State.RUNNING);
        assertThat(loop.trouble()).isNull();
    }

    @Test
    void shouldStopForGoodWhenAFailureDoesNotPass() {
        // Given
        loop = Loop.named("test-loop")
                .retrying(IllegalArgumentException.class::isInstance)
                .of(counting(() -> {
                    throw new IllegalStateException("a bug");
                }));

        // When
        loop.start();

        // Then
        await().until(() -> !loop.isAlive());
        assertThat(loop.state()).isEqualTo(Loop.State.FAILED);
        assertThat(loop.trouble()).isEqualTo("a bug");
        assertThat(turns).hasValue(1);
        assertThat(released).hasValue(1);
    }

    @Test
    void shouldPassAPauseAsTheTurnLikesWhenItFails() {
        // Given
        AtomicInteger rests = new AtomicInteger();
        loop = Loop.named("test-loop").backoff(SHORT, SHORT).of(new Turn() {
            @Override
            public Duration run() {
                throw new IllegalStateException("away");
            }

            @Override
            public boolean rest(Duration pause) {
                // The broker is away for this, too.
                if (rests.incrementAndGet() < 3) {
                    throw new IllegalStateException("still away");
                }
                return true;
            }
        });

        // When
        loop.start();

        // Then
        await().until(() -> rests.get() > 5);
        assertThat(loop.isAlive()).isTrue();
    }

    @Test
    void shouldEndInOrderWhenThereIsNothingToDo() {
        // Given
        loop = Loop.named("test-loop").of(counting(() -> Turn.END));

        // When
        loop.start();

        // Then
        await().until(() -> loop.state() == Loop.State.STOPPED);
        assertThat(loop.isAlive()).isTrue();
        assertThat(released).hasValue(1);
    }

    @Test
    void shouldFinishItsTurnWhenToldToStop() throws Exception {
        // Given
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        loop = Loop.named("test-loop").onStop(finish::countDown).of(counting(() -> {
            inside.countDown();
            finish.await();
            return Turn.AT_ONCE;
        }));
        loop.start();
        inside.await(10, TimeUnit.SECONDS);

        // When
        loop.stop();

        // Then
        assertThat(loop.state()).isEqualTo(Loop.State.STOPPED);
        assertThat(turns).hasValue(1);
        assertThat(released).hasValue(1);
    }

    @Test
    void shouldInterruptAWaitWhenItHasNoTimeToDrain() throws Exception {
        // Given
        CountDownLatch inside = new CountDownLatch(1);
        loop = Loop.named("test-loop").drain(Duration.ZERO).of(counting(() -> {
            inside.countDown();
            new CountDownLatch(1).await();
            return Turn.AT_ONCE;
        }));
        loop.start();
        inside.await(10, TimeUnit.SECONDS);

        // When
        loop.stop();

        // Then
        assertThat(loop.state()).isEqualTo(Loop.State.STOPPED);
    }

    private Turn counting(Turn turn) {
        return new Turn() {
            @Override
            public Duration run() throws Exception {
                turns.incrementAndGet();
                return turn.run();
            }

            @Override
            public void release() {
                released.incrementAndGet();
            }
        };
    }
}
