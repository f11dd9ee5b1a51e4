/** Pushes the changes over HTTP as server-sent events, filtered per reader and resumable by their ids. */
package org.citestream.query.stream;
