package org.citestream.query.ops.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Burrow's rules, one by one. */
class LagWindowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LagWindow window = new LagWindow(MINUTE, NOON);

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    void shouldBeOkWhenNothingWaitsNow() {
        // Given
        window.add(10, 500, at(0));
        window.add(10, 500, at(40));
        // When, Then
        assertThat(window.verdict(0, at(41))).isEqualTo(new LagVerdict.Ok());
    }

    @Test
    void shouldBeOkWhenLagWasZeroWithinTheWindow() {
        // Given
        window.add(10, 0, at(0));
        window.add(10, 5, at(20));
        window.add(10, 9, at(40));
        // When, Then
        assertThat(window.verdict(12, at(45))).isEqualTo(new LagVerdict.Ok());
        // The commit at zero has left the window; those that are left do not move.
        window.add(10, 20, at(70));
        assertThat(window.verdict(20, at(75))).isEqualTo(new LagVerdict.Stalled(10, at(20)));
    }

    @Test
    void shouldBeStalledWhenItCommitsWithoutMoving() {
        // Given
        window.add(10, 5, at(0));
        window.add(10, 7, at(15));
        window.add(10, 9, at(31));
        // When, Then
        assertThat(window.verdict(9, at(32))).isEqualTo(new LagVerdict.Stalled(10, at(0)));
    }

    @Test
    void shouldBeStoppedWhenItHasNotCommittedForLongerThanTheWindow() {
        // Given
        window.add(10, 5, at(0));
        window.add(12, 3, at(30));
        // When, Then
        assertThat(window.verdict(8, at(90))).isEqualTo(new LagVerdict.Ok());
        assertThat(window.verdict(8, at(91))).isEqualTo(new LagVerdict.Silent(at(30)));
    }

    @Test
    void shouldBeStoppedWhenItNeverCommitsThoughItReads() {
        assertThat(window.verdict(8, at(60))).isEqualTo(new LagVerdict.Ok());
        assertThat(window.verdict(8, at(61))).isEqualTo(new LagVerdict.Silent(NOON));
    }

    @Test
    void shouldBeSlowWhenItMovesButItsLagNeverFalls() {
        // Given
        window.add(10, 5, at(0));
        window.add(20, 5, at(15));
        window.add(30, 8, at(31));
        // When, Then
        assertThat(window.verdict(9, at(32))).isEqualTo(new LagVerdict.Slow(9));
    }

    @Test
    void shouldBeOkWhenItsLagFellOnce() {
        // Given
        window.add(10, 9, at(0));
        window.add(20, 8, at(15));
        window.add(30, 12, at(31));
        // When, Then
        assertThat(window.verdict(12, at(32))).isEqualTo(new LagVerdict.Ok());
    }

    @Test
    void shouldBeRewoundUntilItPassesTheOldOffset() {
        // Given: level, then set back
        window.add(100, 0, at(0));
        window.add(40, 60, at(5));
        assertThat(window.verdict(60, at(6))).isEqualTo(new LagVerdict.Rewound(100, 40));
        // When it goes back further, the first place counts
        window.add(20, 80, at(10));
        assertThat(window.verdict(80, at(11))).isEqualTo(new LagVerdict.Rewound(100, 20));
        // Then
        window.add(99, 1, at(15));
        assertThat(window.verdict(1, at(16))).isEqualTo(new LagVerdict.Rewound(100, 99));
        window.add(100, 3, at(20));
        assertThat(window.verdict(3, at(21))).isEqualTo(new LagVerdict.Ok());
    }

    @Test
    void shouldNotJudgeANewGroup() {
        // Given
        window.add(10, 5, at(0));
        window.add(10, 7, at(20));
        // When, Then
        assertThat(window.verdict(7, at(21))).isEqualTo(new LagVerdict.Ok());
    }

    @Test
    void shouldIgnoreACommitThatIsKnown() {
        // Given
        window.add(10, 5, at(10));
        window.add(4, 11, at(10));
        // When, Then
        assertThat(window.lastOffset()).isEqualTo(10);
    }

    @Test
    void shouldChooseTheWorseOfTwo() {
        // Given
        LagVerdict stopped = new LagVerdict.Silent(NOON);
        // When, Then
        assertThat(new LagVerdict.Slow(1).worse(stopped)).isEqualTo(stopped);
        assertThat(stopped.worse(new LagVerdict.Ok())).isEqualTo(stopped);
        assertThat(stopped.word()).isEqualTo("stopped");
    }
}
