/**
 * Registries of publications asked over HTTP for what the catalogue does not know: Crossref and OpenAlex. Off by default;
 * polite by construction: a timeout, retries with backoff, a rate limit and a cache stand before every request.
 */
package org.citestream.ingest.catalogue.registry;
