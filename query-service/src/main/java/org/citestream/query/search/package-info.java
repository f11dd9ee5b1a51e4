/**
 * Full-text search over all statements and publications: one index per instance, which follows the change sequence. A
 * {@link org.citestream.query.search.SearchRequest} is answered by a {@link org.citestream.query.search.SearchIndex},
 * today Lucene on the instance's own disk.
 */
package org.citestream.query.search;
