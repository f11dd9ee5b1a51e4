/** One trace from an article's file to its rows and changes: spans, and the trace id in every log line about it. */
package org.citestream.kit.trace;
