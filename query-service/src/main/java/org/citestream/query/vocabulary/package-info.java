/**
 * The closed sets of the field (types, sections, positions, intents) and the facets by which statements can be
 * filtered.
 */
package org.citestream.query.vocabulary;
