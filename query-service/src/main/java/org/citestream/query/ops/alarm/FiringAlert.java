package org.citestream.query.ops.alarm;

import java.time.Instant;
import java.util.Map;

/**
 * An alert that Prometheus has raised by one of its rules.
 *
 * @param severity critical or warning, or another that the rule says
 * @param pending whether it waits until it has held for as long as its rule wants
 * @param summary a sentence
 * @param runbook where to read what to do, or null
 * @param since when its condition began to hold
 * @param labels the rule's and the series'
 */
public record FiringAlert(
        String name,
        String severity,
        boolean pending,
        String summary,
        String runbook,
        Instant since,
        Map<String, String> labels) {

    public FiringAlert {
        labels = Map.copyOf(labels);
    }
}
