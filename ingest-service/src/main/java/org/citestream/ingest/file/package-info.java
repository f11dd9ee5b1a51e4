/** The bytes of an article, as received and as stored for re-ingestion. */
package org.citestream.ingest.file;
