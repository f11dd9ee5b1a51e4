/** Article file in, report out, over the packaged services as a user runs them. */
package org.citestream.acceptance;
