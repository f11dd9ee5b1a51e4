/** The closed sets of the field (types, sections, positions, intents) and what statements can be filtered by. */
package org.citestream.query.vocabulary;
