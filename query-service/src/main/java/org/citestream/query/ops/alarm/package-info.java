/** Alerts that fire, as Prometheus tells them: the rules stand in deploy/prometheus. */
package org.citestream.query.ops.alarm;
