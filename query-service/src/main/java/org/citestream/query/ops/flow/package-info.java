/** The pipeline at a glance: articles, statements, classified, rows, changes. */
package org.citestream.query.ops.flow;
