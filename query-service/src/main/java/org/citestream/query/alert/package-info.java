/**
 * Alerts by mail and webhook, fed by the changes in their public order. {@link org.citestream.query.alert.AlertMatcher}
 * finds which change concerns which alert, {@link org.citestream.query.alert.Deliveries} turns what has matched into
 * deliveries, the mail and webhook senders send them.
 */
package org.citestream.query.alert;
