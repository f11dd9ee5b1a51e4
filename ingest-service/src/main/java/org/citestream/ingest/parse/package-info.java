/** Format → Article: JATS and TEI, streaming, no external entities, everything bounded. */
package org.citestream.ingest.parse;
