/** Badges for other sites: how a work is cited, as an image. The script is among the static resources. */
package org.citestream.query.web.badge;
