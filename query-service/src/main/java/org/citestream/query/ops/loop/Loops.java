package org.citestream.query.ops.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.kit.control.LoopOrder;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.Place;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.problem.Problem;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.message.Message;
import org.citestream.query.ops.message.MessageReader;
import org.citestream.query.ops.survey.Survey;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.project.LoopState;
import org.citestream.query.project.Projection;
import org.citestream.query.project.SkippedRecord;

/** Lists the loops with their orders, and pauses or resumes them. Thread-safe. */
@ApplicationScoped
public class Loops {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_REASON = 500;

    private static final String INBOX = "citestream.inbox";
    private static final String PROJECTION = "citestream.projection";
    private static final String CLASSIFY = "citestream.classify";

    /** Every loop of every service, in the order of the data flow. */
    private static final List<KnownLoop> KNOWN = List.of(
            new KnownLoop(INBOX, "ingest-service", "takes article files from the inbox folder"),
            new KnownLoop("citestream.catalogue", "ingest-service", "follows what is known of publications"),
            new KnownLoop(CLASSIFY, "classify-service", "labels statements"),
            new KnownLoop(PROJECTION, "query-service", "turns the log into tables"));

    private record KnownLoop(String group, String service, String does) {}

    private final MessageReader messages;
    private final KafkaClients clients;
    private final Survey survey;
    private final Projection projection;
    private final AuditLog audit;
    private final OpsSettings settings;
    private Producer<byte[], byte[]> producer;

    Loops(
            MessageReader messages,
            KafkaClients clients,
            Survey survey,
            Projection projection,
            AuditLog audit,
            OpsSettings settings) {
        this.messages = messages;
        this.clients = clients;
        this.survey = survey;
        this.projection = projection;
        this.audit = audit;
        this.settings = settings;
    }

    private record PauseOrder(boolean paused, String by, String why, Instant at) {}

    /** All loops with their last order. */
    public List<LoopRow> all() {
        Map<String, PauseOrder> orders = orders();
        List<LoopRow> rows = new ArrayList<>();
        for (KnownLoop loop : KNOWN) {
            PauseOrder order = orders.getOrDefault(loop.group(), new PauseOrder(false, null, null, null));
            rows.add(new LoopRow(
                    loop.group(),
                    loop.service(),
                    loop.does(),
                    order.paused(),
                    order.by(),
                    order.why(),
                    order.at(),
                    state(loop.group()),
                    loop.group().equals(PROJECTION)
                            ? stoppedAt().map(SkippedRecord::target).orElse(null)
                            : null));
        }
        return List.copyOf(rows);
    }

    /**
     * Pauses or resumes a loop, which obeys within a second.
     *
     * @throws ProblemException 404 for an unknown loop, 503 if the broker does not accept the order
     */
    public void order(String group, boolean pause, String who, String why) throws InterruptedException {
        String reason = reason(group, why == null ? "" : why);
        audit.write(who, pause ? "pause" : "resume", group, reason);
        send(group, pause ? LoopOrder.PAUSED : LoopOrder.RESUMED, value(group, who, reason));
    }

    /** Why the loop gets an order; refused for a loop that there is not, or if it is too long. */
    private static String reason(String group, String why) {
        if (KNOWN.stream().noneMatch(loop -> loop.group().equals(group))) {
            throw ProblemException.notFound("There is no loop '%s'; /api/v1/ops/loops lists them".formatted(group));
        }
        if (why.strip().length() > LONGEST_REASON) {
            throw new ProblemException(Problem.badParameter("why", "%d characters at most".formatted(LONGEST_REASON)));
        }
        return why.strip();
    }

    private static ObjectNode value(String group, String who, String reason) {
        ObjectNode value = JSON.createObjectNode();
        value.put("group", group);
        value.put("by", who);
        if (!reason.isEmpty()) {
            value.put("why", reason);
        }
        value.put("at", Instant.now().toString());
        return value;
    }

    /**
     * Has a loop read again what was written since a time, never further on: offsets ahead of the work lose facts. Loops that
     * store their offsets beside their rows keep them.
     *
     * @return how many instances run, each of which goes back
     * @throws ProblemException 400 without a reason, 404 for an unknown loop, 409 for one that stores its offsets
     *     elsewhere, or of which no instance runs
     */
    public int rewind(String group, Instant since, String who, String why) throws InterruptedException {
        String reason = reason(group, OpsParameters.needed("why", why));
        if (!CLASSIFY.equals(group)) {
            throw new ProblemException(Problem.of(
                    409,
                    "This loop cannot be rewound",
                    group.equals(PROJECTION)
                            ? "The projection stores its offsets with its rows; rebuild the view to read the log again"
                            : "%s stores its offsets with what it has read; reading again changes nothing"
                                    .formatted(group)));
        }
        int running = survey.group(group).map(row -> row.members().size()).orElse(0);
        if (running == 0) {
            throw new ProblemException(Problem.of(
                    409,
                    "Loop not running",
                    "No instance of %s is running; start one, then try again".formatted(group)));
        }
        audit.write(who, "rewind", group, "to %s: %s".formatted(since, reason));
        send(
                PauseOrders.rewindKey(group),
                LoopOrder.REWOUND,
                value(group, who, reason).put("since", since.toString()));
        return running;
    }

    /**
     * The last resort when the projection has stopped at a record: it becomes a dead letter, and what follows is
     * written.
     *
     * @param target its position, {@code TOPIC-PARTITION@OFFSET}
     * @throws ProblemException 400 without a reason, 404 for a loop that cannot skip records, 409 unless the projection
     *     of this instance has stopped at that record
     */
    public void skip(String group, String target, String who, String why) {
        if (!PROJECTION.equals(group)) {
            throw ProblemException.notFound(
                    "Only %s stops at records; %s sets aside what it cannot use".formatted(PROJECTION, group));
        }
        String reason = OpsParameters.needed("why", why).strip();
        if (reason.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.badParameter("why", "%d characters at most".formatted(LONGEST_REASON)));
        }
        String stopped = stoppedAt().map(SkippedRecord::target).orElse(null);
        if (!OpsParameters.needed("record", target).equals(stopped)) {
            throw new ProblemException(Problem.of(
                    409,
                    "Not stopped there",
                    stopped == null
                            ? "The projection of this instance has not stopped at a record"
                            : "The projection has stopped at " + stopped));
        }
        audit.write(who, SkippedRecord.ACTION, stopped, reason);
    }

    private Optional<Place> stoppedAt() {
        return projection.state() instanceof LoopState.Stopped stopped
                ? Optional.ofNullable(stopped.at())
                : Optional.empty();
    }

    private synchronized void send(String key, LoopOrder order, ObjectNode value) throws InterruptedException {
        try {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(PauseOrders.TOPIC, 0, bytes(key), JSON.writeValueAsBytes(value));
            HeaderText.describe(record.headers(), order.wireName(), "", 0);
            if (producer == null) {
                producer = clients.producer("citestream.ops.control");
            }
            producer.send(record).get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (ExecutionException | TimeoutException refused) {
            throw new ProblemException(Problem.of(
                    503, "Service unavailable", "The broker did not take the order: " + refused.getMessage()));
        }
    }

    private Map<String, PauseOrder> orders() {
        Map<String, PauseOrder> orders = new HashMap<>();
        messages.scan(PauseOrders.TOPIC, record -> take(record, orders));
        return orders;
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, PauseOrder> orders) {
        LoopOrder order = LoopOrder.of(Message.header(record, "type")).orElse(null);
        if (record.key() == null) {
            return;
        }
        String group = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            orders.remove(group);
        } else if (order == LoopOrder.PAUSED || order == LoopOrder.RESUMED) {
            try {
                JsonNode value = JSON.readTree(record.value());
                orders.put(
                        group,
                        new PauseOrder(
                                order == LoopOrder.PAUSED,
                                value.path("by").asText(null),
                                value.path("why").asText(null),
                                at(value, record)));
            } catch (IOException noOrder) {
                // Shown among the dead letters.
                return;
            }
        }
    }

    private static Instant at(JsonNode value, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Instant.parse(value.path("at").asText());
        } catch (DateTimeParseException unsaid) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private String state(String group) {
        if (group.equals(PROJECTION)) {
            return ofProjection();
        } else if (group.equals(INBOX)) {
            return "where an inbox folder is set";
        }
        return survey.last().groups().stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .map(Loops::ofGroup)
                .orElse("not there");
    }

    private String ofProjection() {
        LoopState state = projection.state();
        if (state instanceof LoopState.Stopped stopped) {
            return "stopped: " + stopped.reason();
        } else if (state instanceof LoopState.Waiting waiting) {
            return "waiting: " + waiting.reason();
        } else if (state instanceof LoopState.Starting starting) {
            return projection.isEnabled() ? "starting, waits for " + starting.waitingFor() : "off in this instance";
        }
        return state.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String ofGroup(GroupRow row) {
        int members = row.members().size();
        return members == 0
                ? "no instance runs"
                : "%d %s, %s".formatted(members, members == 1 ? "instance" : "instances", row.why());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
