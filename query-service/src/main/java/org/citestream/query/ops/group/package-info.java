/** Consumer groups: how far behind, who is in them, what their commits tell. */
package org.citestream.query.ops.group;
