package org.citestream.query.ops.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.query.problem.BadParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFilterTest {

    private static final int STEPS = 1_000_000;

    private static ConsumerRecord<byte[], byte[]> record(String value) {
        var record = new ConsumerRecord<>("t", 0, 0L, bytes("doi:10.5555/a"), value == null ? null : bytes(value));
        record.headers().add("type", bytes("StatementClassified"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.5555, -, -, -, true",
                "10.9999, -, -, -, false",
                "-, TWO, -, -, true",
                "-, statementclass, -, -, true",
                "-, three, -, -, false",
                "-, -, $.list[*].n, 2, true",
                "-, -, $.list[*].n, 3, false",
                "-, -, $.list[?(@.n == 2)], -, true",
                "-, -, $.nothing, -, false",
                "-, -, $.empty, -, false",
                "-, -, $..n, -, true",
                "10.5555, two, $.word, two, true",
                "10.5555, nine, $.word, two, false"
            })
    void shouldMatchWhenAllConditionsHold(String key, String text, String path, String equal, boolean matches) {
        // Given
        MessageFilter filter = new MessageFilter(key, text, path, equal, STEPS);
        // When, Then
        assertThat(filter.matches(record("{\"word\":\"two\",\"list\":[{\"n\":1},{\"n\":2}],\"empty\":null}")))
                .isEqualTo(matches);
    }

    @Test
    void shouldTreatInvalidJsonAsNoMatch() {
        // Given
        MessageFilter filter = new MessageFilter(null, null, "$.word", null, STEPS);
        // When, Then
        assertThat(filter.matches(record("{broken"))).isFalse();
        assertThat(filter.matches(record(null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, -", "' ', -, -", "-, $[, -", "-, $[?(@.a =~ /(a+)+b/)], -", "-, -, 5"})
    void shouldRefuseWhatCannotBeSearchedFor(String text, String path, String equal) {
        assertThatThrownBy(() -> new MessageFilter(null, text, path, equal, STEPS))
                .isInstanceOf(BadParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$..*..*..*", "$..*..*[?(@..*)]", "$..a..a..a..nothing"})
    @Timeout(10)
    void shouldStopAPathWithManyRecursiveDescents(String path) {
        // Given
        String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
        String wide = "[" + "{\"a\":1},".repeat(2_000) + deep + "]";
        MessageFilter filter = new MessageFilter(null, null, path, "none", STEPS);
        // When, Then
        assertThatThrownBy(() -> filter.matches(record(wide))).isInstanceOf(CostlyPathException.class);
    }

    @Test
    void shouldLetAPathDescendOnceThroughALargeMessage() {
        // Given
        MessageFilter filter = new MessageFilter(null, null, "$..n", "last", STEPS);
        // When, Then
        assertThat(filter.matches(record("[" + "{\"n\":1},".repeat(50_000) + "{\"n\":\"last\"}]")))
                .isTrue();
    }
}
