/** The log becomes tables: one loop reads the topics and writes rows, tallies, outbox and offsets in one transaction. */
package org.citestream.query.project;
