package org.citestream.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.alert.Alert;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.AlertDelivery;

/**
 * An alert as its owner sees it.
 *
 * @param state unconfirmed, active or disabled
 * @param reason why it is disabled; else absent
 * @param failures deliveries that failed in a row
 * @param deliveries the latest, newest first; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownAlert(
        UUID id,
        String follows,
        String target,
        Map<String, List<String>> condition,
        List<String> causes,
        String frequency,
        String webhook,
        String state,
        String reason,
        int failures,
        Instant createdAt,
        List<ShownDelivery> deliveries) {

    /**
     * One delivery.
     *
     * @param state pending or sent
     * @param outcome the result of the last attempt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShownDelivery(
            UUID id,
            String state,
            int changes,
            long firstSequence,
            long lastSequence,
            int attempts,
            String outcome,
            Instant createdAt,
            Instant sentAt,
            Instant nextAt) {

        static ShownDelivery of(AlertDelivery delivery) {
            return new ShownDelivery(
                    delivery.id,
                    delivery.state,
                    delivery.changes,
                    delivery.firstSequence,
                    delivery.lastSequence,
                    delivery.attempts,
                    delivery.outcome,
                    delivery.createdAt,
                    delivery.sentAt,
                    delivery.sentAt == null ? delivery.nextAt : null);
        }
    }

    static ShownAlert of(Alert alert, List<AlertDelivery> deliveries) {
        AlertCriteria wish = alert.wish();
        return new ShownAlert(
                alert.id,
                alert.follows,
                alert.target,
                wish.condition().parameters(),
                wish.causes().names(),
                alert.frequency,
                alert.url,
                alert.state,
                alert.reason,
                alert.failures,
                alert.createdAt,
                deliveries == null
                        ? null
                        : deliveries.stream().map(ShownDelivery::of).toList());
    }
}
