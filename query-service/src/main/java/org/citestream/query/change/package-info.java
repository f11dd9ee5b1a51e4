/**
 * Every change of the view, in one public order: the relay gives deltas of the outbox their sequence number and folds
 * the tallies; followers hand them on to the topic and to readers of the stream.
 */
package org.citestream.query.change;
