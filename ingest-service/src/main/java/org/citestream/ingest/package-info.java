/** The ingest-service of Citestream. */
package org.citestream.ingest;
