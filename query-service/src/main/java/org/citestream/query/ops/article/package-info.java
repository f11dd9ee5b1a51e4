/** Citing articles as operators see them: what is missing, re-ingesting, withdrawing. */
package org.citestream.query.ops.article;
