/** Counts of statements per type and cited publication. */
package org.citestream.query.tally;
