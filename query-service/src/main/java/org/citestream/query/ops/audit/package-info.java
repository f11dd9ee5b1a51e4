/** Who did what, and when. */
package org.citestream.query.ops.audit;
