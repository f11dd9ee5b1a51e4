/** Citing articles as operators see them: what is missing, reading again, taking back. */
package org.citestream.query.ops.article;
