package org.citestream.query.ops.index;

/**
 * How this instance's search index stands.
 *
 * @param filling whether it is being filled from the tables; searches find what it held before
 * @param generation of the view that it follows; 0 for none yet
 * @param sequence last change that is in it
 * @param behind changes that are not
 * @param trouble what went wrong with it since this instance started, or null
 */
public record IndexState(boolean filling, int generation, long sequence, long behind, String trouble) {}
