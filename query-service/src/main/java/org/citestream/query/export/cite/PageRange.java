package org.citestream.query.export.cite;

import org.citestream.query.publication.ShownPublication;

/** Joins first and last page to one text. */
final class PageRange {

    private PageRange() {}

    /** Null if the first page is unknown. */
    static String joined(ShownPublication work, String dash) {
        if (work.firstPage() == null) {
            return null;
        }
        boolean one = work.lastPage() == null || work.lastPage().equals(work.firstPage());
        return one ? work.firstPage() : work.firstPage() + dash + work.lastPage();
    }
}
