/** What ingest-service says to the log: records in the shape of the contracts. Absent rather than null. */
package org.citestream.ingest.fact;
