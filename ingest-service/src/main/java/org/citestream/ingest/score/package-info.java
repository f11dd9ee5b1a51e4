/**
 * Measures the extractor against the links that the files themselves hold. Reads them its own way (a DOM, no streaming,
 * no code shared with parse or statement), so that both cannot be wrong alike.
 */
package org.citestream.ingest.score;
