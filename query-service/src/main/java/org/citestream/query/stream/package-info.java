/** What is pushed over HTTP: the changes as server-sent events, filtered per reader, resumable by their ids. */
package org.citestream.query.stream;
