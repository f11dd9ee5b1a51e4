/** The search index of this instance: its progress, and whether it agrees with the tables. */
package org.citestream.query.ops.index;
