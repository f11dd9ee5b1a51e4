/** What can be wrong with a request or with us, beside the kit's {@code Problem}. Knows no other package of ours. */
package org.citestream.query.problem;
