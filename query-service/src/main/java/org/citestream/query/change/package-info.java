/**
 * Every change of the view, in one public order: the relay gives deltas in the outbox their sequence numbers and
 * computes the tallies; followers pass them on to the topic and to readers of the stream.
 */
package org.citestream.query.change;
