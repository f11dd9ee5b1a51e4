/** Corrections that people make to the labels of statements. */
package org.citestream.query.correction;
