/**
 * Measures the extractor against the links in the files themselves. It reads them independently (a DOM, no streaming,
 * no code shared with parse or statement), so that both cannot make the same mistake.
 */
package org.citestream.ingest.score;
