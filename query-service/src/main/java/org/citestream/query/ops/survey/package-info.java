/** Periodic surveys of broker and database, whose last result serves all requests. */
package org.citestream.query.ops.survey;
