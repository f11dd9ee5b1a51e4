/**
 * A reading and what the catalogue knows → facts: its statements and references, who it is, what is said of the works it
 * cites, in its own words or in a registry's.
 */
package org.citestream.ingest.describe;
