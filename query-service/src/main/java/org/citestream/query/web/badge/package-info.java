/** What others put on their pages: how a work is cited, as an image. The script stands among the static resources. */
package org.citestream.query.web.badge;
