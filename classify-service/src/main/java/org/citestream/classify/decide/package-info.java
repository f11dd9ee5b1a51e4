/** What a citation does, and why. Pure. */
package org.citestream.classify.decide;
