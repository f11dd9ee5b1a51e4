/** PDFs, read by a GROBID server where one is configured; what comes back is TEI like any other. */
package org.citestream.ingest.arrival.pdf;
