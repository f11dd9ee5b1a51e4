/** How articles get in: HTTP upload, archive stream, inbox folder. What cannot be read is set aside with its reason. */
package org.citestream.ingest.arrival;
