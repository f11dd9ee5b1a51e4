package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** One trace id leads from an upload through all logs and topics to its change events. */
@WithLine
class TraceTest {

    private static final String TRACE = "5bd66ef5095369c7b0d1f8f4bd33716a";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Line line;

    TraceTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldKeepOneTraceFromUploadToChangeEventWhenAnArticleArrives() {
        // Given
        Sample sample = Samples.world("traced").get("bielski-2018");

        // When
        line.ingest()
                .post("/articles", sample.xml(), "traceparent", "00-" + TRACE + "-c532cb4098ac3dd2-01")
                .ok();

        // Then
        for (Service service : Service.values()) {
            await(service.folder()).atMost(PATIENCE).untilAsserted(() -> assertThat(told(service))
                    .as("log lines of %s about the article, by trace id", service.folder())
                    .anyMatch(text -> text.startsWith("doi:10.5555/traced.bielski2018 revision ")));
        }
        for (String topic : List.of(TopicLog.STATEMENTS, TopicLog.CLASSIFIED, TopicLog.CHANGES)) {
            await(topic).atMost(PATIENCE).untilAsserted(() -> assertThat(
                            line.log().read(topic))
                    .filteredOn(
                            record -> record.value() != null && record.value().contains("10.5555/traced.bielski2018"))
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(traceOf(record)).isEqualTo(TRACE)));
        }
    }

    private static String traceOf(ConsumerRecord<String, String> record) {
        return TopicLog.header(record, "traceparent").split("-", -1)[1];
    }

    /** What a service's JSON log says under this trace. */
    private static List<String> told(Service service) {
        try {
            return Files.readAllLines(ServiceProcess.log(service)).stream()
                    .filter(text -> text.startsWith("{"))
                    .map(Json::tree)
                    .filter(entry -> entry.path("mdc").path("traceId").asText().equals(TRACE))
                    .map((JsonNode entry) -> entry.path("message").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
