/**
 * Generations of the view: each a schema {@code view_N} created from one versioned template; readers see the active
 * one.
 */
package org.citestream.query.project.generation;
