/** The search index of this instance: how far it is, whether it agrees with the tables. */
package org.citestream.query.ops.index;
