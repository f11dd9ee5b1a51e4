/**
 * How articles get in: HTTP upload, archive stream, inbox folder. What cannot be read is set aside with its reason;
 * what is accepted is kept.
 */
package org.citestream.ingest.arrival;
