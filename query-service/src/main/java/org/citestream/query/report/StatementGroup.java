package org.citestream.query.report;

import java.util.List;
import org.citestream.query.publication.ShownPublication;

/**
 * Statements of one citing publication about the report's publication.
 *
 * @param more how many of its matching statements are not shown; use {@code citing=} to get all
 */
public record StatementGroup(ShownPublication citing, List<ShownStatement> statements, long more) {

    public StatementGroup {
        statements = List.copyOf(statements);
    }
}
