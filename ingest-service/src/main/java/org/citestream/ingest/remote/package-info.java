/**
 * Clients for other people's servers: registries, Europe PMC, GROBID. Polite by construction: a timeout, retries with
 * backoff, a rate limit and a cache stand before every request.
 */
package org.citestream.ingest.remote;
