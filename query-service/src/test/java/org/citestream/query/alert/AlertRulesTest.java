package org.citestream.query.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.change.Change;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of alerts that need no database. */
class AlertRulesTest {

    @ParameterizedTest
    @CsvSource({
        // A Wednesday
        "DAILY, 2026-11-25T05:59:59Z, 2026-11-25T06:00:00Z",
        "DAILY, 2026-11-25T06:00:00Z, 2026-11-26T06:00:00Z",
        "WEEKLY, 2026-11-25T05:00:00Z, 2026-11-30T06:00:00Z",
        "WEEKLY, 2026-11-30T05:59:59Z, 2026-11-30T06:00:00Z",
        "WEEKLY, 2026-11-30T06:00:00Z, 2026-12-07T06:00:00Z",
        "AT_ONCE, 2026-11-25T05:00:00Z, 2026-11-25T05:00:02Z"
    })
    void shouldBeDueInTheMorningWhenNotAtOnce(Frequency frequency, Instant now, Instant due) {
        assertThat(frequency.due(now, null, Duration.ofSeconds(2), Duration.ofMinutes(5), 6))
                .isEqualTo(due);
    }

    @Test
    void shouldKeepTheIntervalWhenSomethingWasJustSent() {
        // Given
        Instant now = Instant.parse("2026-11-25T05:00:00Z");
        // When, Then
        assertThat(Frequency.AT_ONCE.due(now, now.minusSeconds(60), Duration.ofSeconds(2), Duration.ofMinutes(5), 6))
                .isEqualTo(now.plusSeconds(240));
    }

    @Test
    void shouldDoubleItsWaitsUpToTheLimit() {
        // Given
        RetryDelays waits = new RetryDelays(Duration.ofMinutes(1), Duration.ofHours(1));
        // When, Then
        assertThat(List.of(waits.of(1), waits.of(2), waits.of(6), waits.of(7), waits.of(1000)))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 32L, 60L, 60L);
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void shouldSignAsTheSpecificationDoes() {
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldTellNoticesBesideStatementsOfOneTypeWhereTheyAreAskedFor() {
        // Given
        Condition both = Condition.of(
                Map.of("event", List.of("StatementAdded", "NoticeIssued"), "type", List.of("contrasting")));
        Condition statements = Condition.of(Map.of("type", List.of("contrasting")));
        // When, Then
        assertThat(both.matches(change(ChangeType.STATEMENT_ADDED, Cause.ARTICLE, "contrasting")))
                .isTrue();
        assertThat(both.matches(change(ChangeType.STATEMENT_ADDED, Cause.ARTICLE, "mentioning")))
                .isFalse();
        assertThat(both.matches(change(ChangeType.NOTICE_ISSUED, Cause.NOTICE, "none")))
                .isTrue();
        assertThat(statements.matches(change(ChangeType.NOTICE_ISSUED, Cause.NOTICE, "none")))
                .isFalse();
    }

    @Test
    void shouldNotifyAboutNewsButNotHousekeepingByDefault() {
        // Given
        Condition any = Condition.of(Map.of());
        // When, Then
        assertThat(any.matches(change(ChangeType.STATEMENT_ADDED, Cause.ARTICLE, "supporting")))
                .isTrue();
        assertThat(any.matches(change(ChangeType.STATEMENT_CHANGED, Cause.CORRECTION, "supporting")))
                .isTrue();
        assertThat(any.matches(change(ChangeType.STATEMENT_CHANGED, Cause.ARTICLE, "supporting")))
                .isFalse();
        assertThat(any.matches(change(ChangeType.REFERENCE_ADDED, Cause.ARTICLE, "supporting")))
                .isFalse();
        assertThat(AlertCauses.USUAL.have(Cause.MODEL)).isFalse();
    }

    @Test
    void shouldReadBackWhatItWroteWhenAConditionIsStored() {
        // Given
        Condition condition = Condition.of(Map.of(
                "type",
                List.of("contrasting", " contrasting"),
                "journal",
                List.of("A & B = C"),
                "section",
                List.of("")));
        // When, Then
        assertThat(condition.toString()).isEqualTo("journal=A+%26+B+%3D+C&type=contrasting");
        assertThat(Condition.parse(condition.toString()).parameters()).isEqualTo(condition.parameters());
        assertThat(condition.matches(change(ChangeType.STATEMENT_ADDED, Cause.ARTICLE, "contrasting")))
                .isFalse();
        assertThat(Condition.of(Map.of("q", List.of("two words")))
                        .matches(change(ChangeType.STATEMENT_ADDED, Cause.ARTICLE, "contrasting")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"colour, red", "type, nice", "cited, 10.5555/x", "event, Nothing", "order, newest", "exclude, all"})
    void shouldRefuseAConditionThatNeverMatches(String name, String value) {
        assertThatThrownBy(() -> Condition.of(Map.of(name, List.of(value)))).isInstanceOf(BadParameterException.class);
    }

    private static Change change(ChangeType what, Cause cause, String type) {
        return new Change(
                1,
                what,
                "doi:10.5555/cited",
                "doi:10.5555/citing",
                new UUID(0, 1),
                cause,
                "{\"text\":\"A sentence of two or more words.\"}",
                Map.of("type", List.of(type)),
                null,
                Instant.EPOCH);
    }
}
