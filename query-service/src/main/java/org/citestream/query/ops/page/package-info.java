/** The pages under /ops. */
package org.citestream.query.ops.page;
