/** The {@code extract} command: article files in, JSON lines out, no platform needed. */
package org.citestream.ingest.extract;
