/** Publications: their ids, their descriptions merged, their notices. */
package org.citestream.query.publication;
