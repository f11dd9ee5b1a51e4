/** Exports: statements in many formats, streamed as of one moment. Knows no HTTP. */
package org.citestream.query.export;
