package org.citestream.query.dialect.scite;

/** Statements by section; a statement in an unknown section counts as other, so that the five sum to the total. */
record SectionTally(
        long total, long introduction, long results, long methods, long discussion, long other, String doi) {}
