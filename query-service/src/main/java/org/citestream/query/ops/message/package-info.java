/** Inspecting topics: browse, search, tail, single messages. */
package org.citestream.query.ops.message;
