package org.citestream.query.dialect.scite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.web.SampleView;

/** The samples, and beside them a journal with ISSNs, a DOI of the odder kind and a work without one. */
final class SciteView {

    static final String HALLAM = "10.5555/cs.hallam2016";
    static final String RETRACTED = "10.5555/cs.tanaka2015";
    static final String ODD = "10.1002/(sici)1096-8644(199711)104:3<339::aid-ajpa4>3.0.co;2-#/z";
    static final String ODD_WRITTEN = "10.1002/(SICI)1096-8644(199711)104:3%3C339::AID-AJPA4%3E3.0.CO;2-%23/z";

    private SciteView() {}

    static void fill(FilledView view) throws IOException, SQLException {
        SampleView.fill(view);
        view.works(List.of(
                        SampleWork.of("doi:" + ODD, "An odd one", "1997").in("Odd Letters", "research-article"),
                        SampleWork.of("doi:10.5555/named.only", "Of the same journal, by name", "1999")
                                .in("ODD letters", null),
                        SampleWork.of("doi:10.5555/odd.citing", "Citing it", "1998")
                                .by("Ada Okoye", "Ping Ren"),
                        SampleWork.of("pmid:4711", "Without a DOI", "2004")))
                .said(List.of(
                        SampleStatement.of("doi:10.5555/odd.citing", "doi:" + ODD, "We agree with [3] <here>.")
                                .as("supporting", 0.9)
                                .related("self"),
                        SampleStatement.of("doi:10.5555/odd.citing", "doi:10.5555/named.only", "Not with this.")
                                .as("contrasting", 0.8)
                                .nth(1),
                        SampleStatement.of("pmid:4711", "doi:" + ODD, "Later on.")
                                .nth(2)));
        view.run("UPDATE %s.publication SET issns = '{1234-567X,2345-6789}', subjects = '{Oddities}'"
                + " WHERE journal = 'Odd Letters'");
        view.run("UPDATE %s.statement SET shared_authors = '{Ping Ren}' WHERE relationship = 1");
        view.announced();
    }
}
