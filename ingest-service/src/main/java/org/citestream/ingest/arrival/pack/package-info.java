/** Files that hold many articles: tar, zip and gzip packages, and the bulk XML of PubMed Central and Europe PMC. */
package org.citestream.ingest.arrival.pack;
