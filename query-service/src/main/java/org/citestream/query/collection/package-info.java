/**
 * Collections: named lists of works with notes and tags. What people write is kept in the schema {@code app} and repeated on
 * {@code citations.collections.v1}; how the works are cited comes from the view.
 */
package org.citestream.query.collection;
