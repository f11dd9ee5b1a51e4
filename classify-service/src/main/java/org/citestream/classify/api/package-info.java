/** The classifier over HTTP. */
package org.citestream.classify.api;
