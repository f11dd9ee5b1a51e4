/** Pages about the service itself: its model, its API, how articles get in. */
package org.citestream.query.web.about;
