/** Reports and searches as feeds: Atom (RFC 4287) and JSON Feed 1.1. */
package org.citestream.query.alert.feed;
