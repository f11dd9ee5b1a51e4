package org.citestream.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.project.event.CorrectionFact;
import org.jboss.logging.Logger;

/**
 * Appends to {@code citations.corrections.v1}, each fact to the partition of its statement, and returns once the broker
 * has it. Must not be called inside a transaction. Thread-safe.
 */
@ApplicationScoped
class CorrectionLog {

    static final String TOPIC = "citations.corrections.v1";

    private static final Logger LOG = Logger.getLogger(CorrectionLog.class);
    private static final ObjectWriter JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build()
            .writer();

    private final KafkaClients clients;
    private final Duration patience;
    private Producer<byte[], byte[]> producer;

    CorrectionLog(KafkaClients clients, CorrectionSettings settings) {
        this.clients = clients;
        this.patience = settings.publishWithin();
    }

    /**
     * Appends one fact.
     *
     * @param citing the article that makes the statement
     * @throws ProblemException 503 if the broker does not acknowledge it in time; it then may or may not be in the log
     */
    void append(CorrectionFact fact, int partition, String citing) {
        try {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    TOPIC, partition, bytes(fact.statement().toString()), JSON.writeValueAsBytes(fact));
            HeaderText.describe(record.headers(), fact.getClass().getSimpleName(), citing == null ? "" : citing, 0);
            producer().send(record).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact can always be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(Exception cause) {
        LOG.error("A correction was not acknowledged by the broker", cause);
        return new ProblemException(Problem.of(
                503,
                "Service unavailable",
                "The broker did not confirm the correction in time. Look at the statement's history before trying"
                        + " again: it may have been recorded."));
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            int millis = Math.toIntExact(patience.toMillis());
            producer = clients.producer(
                    "citestream.corrections",
                    Map.of(
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            millis,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            Math.max(1, millis / 2),
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            millis,
                            ProducerConfig.LINGER_MS_CONFIG,
                            0));
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(patience);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
