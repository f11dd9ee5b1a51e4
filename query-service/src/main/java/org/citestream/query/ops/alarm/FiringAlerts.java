package org.citestream.query.ops.alarm;

import java.time.Instant;
import java.util.List;

/**
 * The alerts of the last answer.
 *
 * @param at when it came, or null before the first
 * @param trouble why there is no newer one, for people; null if there is
 */
public record FiringAlerts(Instant at, List<FiringAlert> alerts, String trouble) {

    public FiringAlerts {
        alerts = List.copyOf(alerts);
    }
}
