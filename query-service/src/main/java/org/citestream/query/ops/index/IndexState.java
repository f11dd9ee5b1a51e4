package org.citestream.query.ops.index;

/**
 * The state of this instance's search index.
 *
 * @param filling whether it is being filled from the tables; searches find what it held before
 * @param generation of the view that it follows; 0 for none yet
 * @param sequence number of the last change that is in it
 * @param behind number of changes that are not in it yet
 * @param trouble what went wrong with it since this instance started, or null
 */
public record IndexState(boolean filling, int generation, long sequence, long behind, String trouble) {}
