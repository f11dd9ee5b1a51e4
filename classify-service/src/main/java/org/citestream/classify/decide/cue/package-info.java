/** Phrases that hint at what a citation does. Pure. */
package org.citestream.classify.decide.cue;
