/** Alerts that fire, as Prometheus reports them: the rules are in deploy/prometheus. */
package org.citestream.query.ops.alarm;
