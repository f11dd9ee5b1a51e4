/** Fetching open-access articles, and those that cite them, from Europe PMC into a folder that can then be ingested. */
package org.citestream.ingest.fetch;
