/** Consumer groups: their lag, their members, and what their commits show. */
package org.citestream.query.ops.group;
