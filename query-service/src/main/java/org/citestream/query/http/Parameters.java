package org.citestream.query.http;

import java.util.List;
import java.util.Map;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.vocabulary.Facet;

/** The query parameters of our own API: an unknown one is refused, because it would be silently ignored. */
public final class Parameters {

    private Parameters() {}

    public static ReportQuery report(Map<String, List<String>> parameters, ReportSettings settings) {
        for (String name : parameters.keySet()) {
            if (!ReportQuery.knows(name)) {
                throw new BadParameterException(
                        name,
                        "not known here; write %s, q, order, limit, cursor, citing, asOf, exclude, blind or labels"
                                .formatted(Facet.names(Facet.OF_REPORTS)));
            }
        }
        return ReportQuery.parse(parameters, settings);
    }
}
