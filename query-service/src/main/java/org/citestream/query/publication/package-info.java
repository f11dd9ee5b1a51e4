/** Publications: their ids, merged descriptions, and notices. */
package org.citestream.query.publication;
