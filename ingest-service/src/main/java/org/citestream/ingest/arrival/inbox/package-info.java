/** A folder that articles and packages are dropped into. */
package org.citestream.ingest.arrival.inbox;
