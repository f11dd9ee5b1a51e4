package org.citestream.violation.query.vocabulary;

import org.citestream.query.report.StatementOrder;

/** A word of the ground floor that knows the floor above. */
public record Word(StatementOrder order) {}
