/** Looking into topics: browse, search, tail, one message whole. */
package org.citestream.query.ops.message;
