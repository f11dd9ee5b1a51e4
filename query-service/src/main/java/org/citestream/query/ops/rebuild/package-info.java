/** Rebuilding the view from the log. */
package org.citestream.query.ops.rebuild;
