package org.citestream.query.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.citestream.query.alert.Deliveries.DeliveredChange;
import org.citestream.query.alert.Deliveries.PendingDelivery;
import org.citestream.query.change.CloudEvent;

/**
 * Calls webhooks: for each alert one delivery at a time and in order, for different alerts in parallel, so that a
 * hanging receiver delays only itself. Runs on the leading instance, on one thread; answers arrive on others.
 */
final class WebhookSender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GONE = 410;

    private final WebhookCaller caller;
    private final String alerts;
    private final AlertSettings settings;
    private final RetryDelays waits;
    private final AlertMeters.Sending meters;
    private final Runnable wake;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<CallOutcome> outcomes = new ConcurrentLinkedQueue<>();

    private record CallOutcome(PendingDelivery delivery, WebhookCaller.WebhookResponse answer) {}

    /** @param alerts address below which alerts stand, which CloudEvents name as their source */
    WebhookSender(
            WebhookCaller caller, String alerts, AlertSettings settings, AlertMeters.Sending meters, Runnable wake) {
        this.caller = caller;
        this.alerts = alerts;
        this.settings = settings;
        this.waits = new RetryDelays(settings.backoff(), settings.backoffLimit());
        this.meters = meters;
        this.wake = wake;
    }

    /** Records answers and makes the calls that are due; returns whether there was anything to do. */
    boolean step(Connection leader) throws SQLException {
        leader.setAutoCommit(true);
        boolean any = note(leader);
        any |= Deliveries.cut(leader, true, settings.webhook().changes()) > 0;
        int free = settings.webhook().concurrency() - underWay.size();
        if (free > 0) {
            for (PendingDelivery delivery :
                    Deliveries.pending(leader, true, settings.webhook().concurrency() * 2)) {
                if (free > 0 && underWay.add(delivery.alert())) {
                    call(leader, delivery);
                    free--;
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean note(Connection leader) throws SQLException {
        boolean any = false;
        for (CallOutcome outcome = outcomes.peek(); outcome != null; outcome = outcomes.peek()) {
            note(leader, outcome.delivery(), outcome.answer());
            outcomes.poll();
            underWay.remove(outcome.delivery().alert());
            any = true;
        }
        return any;
    }

    private void note(Connection leader, PendingDelivery delivery, WebhookCaller.WebhookResponse answer)
            throws SQLException {
        if (answer.taken()) {
            Deliveries.sent(leader, delivery, answer.inWords());
            meters.sent();
            return;
        }
        meters.failed();
        Deliveries.failed(leader, delivery, answer.inWords(), waits.of(delivery.attempts() + 1));
        // 410: the receiver is gone for good.
        int most = answer.status() == GONE ? 1 : settings.webhook().failures();
        if (Deliveries.blame(leader, delivery, answer.inWords(), most)) {
            meters.disabled();
        }
    }

    private void call(Connection leader, PendingDelivery delivery) throws SQLException {
        List<DeliveredChange> told;
        try {
            told = Deliveries.told(leader, delivery.id());
            if (told.isEmpty()) {
                Deliveries.sent(leader, delivery, "nothing was left to say");
                underWay.remove(delivery.alert());
                return;
            }
        } catch (SQLException | RuntimeException failure) {
            underWay.remove(delivery.alert());
            throw failure;
        }
        byte[] body = body(delivery, told);
        long now = Instant.now().getEpochSecond();
        Map<String, String> headers = new HashMap<>(Map.of(
                "Content-Type", "application/json",
                "User-Agent", "Citestream",
                "webhook-id", delivery.id().toString(),
                "webhook-timestamp", Long.toString(now),
                "webhook-signature",
                        WebhookSignature.of(delivery.secret(), delivery.id().toString(), now, body)));
        headers.putAll(event(delivery, told).headers(CloudEvent.HTTP));
        caller.post(Receiver.parse(delivery.url()), headers, Buffer.buffer(body))
                .onSuccess(answer -> {
                    outcomes.add(new CallOutcome(delivery, answer));
                    wake.run();
                });
    }

    /** The time is that of the newest change, so that a repeat says the same. */
    private CloudEvent event(PendingDelivery delivery, List<DeliveredChange> told) {
        Instant newest =
                Instant.parse(told.get(told.size() - 1).data().path("at").asText());
        return new CloudEvent(delivery.id().toString(), alerts + delivery.alert(), "changes", newest);
    }

    private static byte[] body(PendingDelivery delivery, List<DeliveredChange> told) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", "changes");
        body.put("delivery", delivery.id().toString());
        body.put("alert", delivery.alert().toString());
        body.put("follows", delivery.follows().wireName());
        body.put("target", delivery.target());
        body.put("firstSequence", delivery.first());
        body.put("lastSequence", delivery.last());
        ArrayNode changes = body.putArray("changes");
        told.forEach(change ->
                changes.addObject().put("event", change.event().wireName()).set("data", change.data()));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
