/** The facts that ingest-service publishes: records in the shape of the contracts. Absent rather than null. */
package org.citestream.ingest.fact;
