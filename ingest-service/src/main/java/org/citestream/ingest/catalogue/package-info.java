/**
 * Publications known so far, in a database schema of its own: materialised from the log by its own loop, asked by every
 * upload. Here references are matched, and here the same work under two ids is found.
 */
package org.citestream.ingest.catalogue;
