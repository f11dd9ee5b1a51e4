/** The loops of all services and the switch that pauses them. */
package org.citestream.query.ops.loop;
