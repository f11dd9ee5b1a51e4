/** Who builds on works that were retracted, withdrawn or doubted: counts with their sentences, and no judgment. */
package org.citestream.query.integrity;
