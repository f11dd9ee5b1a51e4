/** The classify-service of Citestream. */
package org.citestream.classify;
