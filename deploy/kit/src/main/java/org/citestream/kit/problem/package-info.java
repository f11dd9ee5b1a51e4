/** Errors over HTTP as RFC 9457 shapes them. */
package org.citestream.kit.problem;
