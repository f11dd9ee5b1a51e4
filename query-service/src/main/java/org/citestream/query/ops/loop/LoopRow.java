package org.citestream.query.ops.loop;

import java.time.Instant;

/**
 * A loop of one of the services.
 *
 * @param group its name, also on the control topic
 * @param does what it does, for people
 * @param paused whether it is paused
 * @param by who last paused or resumed it, or null
 * @param why the reason given, or null
 * @param state what it is doing, as far as this instance can tell
 * @param stoppedAt the record that it cannot write, {@code TOPIC-PARTITION@OFFSET}; null where it has not stopped at
 *     one
 */
public record LoopRow(
        String group,
        String service,
        String does,
        boolean paused,
        String by,
        String why,
        Instant at,
        String state,
        String stoppedAt) {}
