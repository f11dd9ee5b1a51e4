/** What can be wrong with a request or with us, as RFC 9457 writes it. Knows no other package. */
package org.citestream.query.problem;
