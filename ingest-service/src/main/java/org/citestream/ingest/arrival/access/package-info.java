/** Who may write: keys out of a file that all services read, loopback while there are none. */
package org.citestream.ingest.arrival.access;
