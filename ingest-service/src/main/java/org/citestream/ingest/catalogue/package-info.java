/**
 * Publications known so far, in a database schema of its own: materialised from the log by its own loop and queried by
 * every upload. It matches references and finds works known under two ids.
 */
package org.citestream.ingest.catalogue;
