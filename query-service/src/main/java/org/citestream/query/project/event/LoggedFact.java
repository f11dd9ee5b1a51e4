package org.citestream.query.project.event;

import org.citestream.kit.deadletter.Place;

/**
 * A fact with its position in the log.
 *
 * @param key the record's key
 * @param redriven whether it was parked before and is being redriven
 * @param traceparent W3C trace context, or null
 */
public record LoggedFact<F extends Fact>(F fact, String key, Place place, boolean redriven, String traceparent) {}
