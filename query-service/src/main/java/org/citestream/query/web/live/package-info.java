/** New statements as they arrive, on a page of their own and on the first page. */
package org.citestream.query.web.live;
