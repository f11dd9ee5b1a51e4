/** The line as one picture: articles, statements, classified, rows, changes. */
package org.citestream.query.ops.flow;
