/** The integrity board as pages: lists, and the sentences behind each figure. */
package org.citestream.query.web.integrity;
