/** scite's API under its original paths: tallies and papers, exactly as its clients read them. */
package org.citestream.query.dialect.scite;
