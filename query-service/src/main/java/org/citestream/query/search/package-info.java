/**
 * Full-text search over all statements and publications: one index an instance, which follows the change sequence.
 * What is asked stands in {@link org.citestream.query.search.SearchRequest}; who answers is a
 * {@link org.citestream.query.search.SearchIndex}, today Lucene on the instance's own disk.
 */
package org.citestream.query.search;
