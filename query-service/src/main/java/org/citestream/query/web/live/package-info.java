/** New statements as they arrive, on their own page and on the home page. */
package org.citestream.query.web.live;
