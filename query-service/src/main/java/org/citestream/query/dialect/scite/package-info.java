/** scite's API under its original paths: tallies and papers, letter by letter as its clients read them. */
package org.citestream.query.dialect.scite;
