package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Metadata of the works on the other side of citations, as requested by {@code papers} and {@code tallies}. */
@Singleton
record LinkedWorks(PaperReader papers, TallyReader tallies) {

    /** By DOI; null when it was not asked for. */
    Map<String, Paper> papers(SciteParameters asked, List<String> dois) {
        return asked.flag("papers").orElse(false) ? papers.papers(dois) : null;
    }

    /** By DOI; null when it was not asked for. */
    Map<String, SciteTally> tallies(SciteParameters asked, List<String> dois) {
        return asked.flag("tallies").orElse(false) ? tallies.tallies(dois) : null;
    }
}
