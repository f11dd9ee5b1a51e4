package org.citestream.violation.query.project;

import org.citestream.query.report.StatementOrder;
import org.citestream.violation.query.report.AskerHelper;

/** A projection that knows who asks, here and in the service. */
public record Asking(StatementOrder order, Class<AskerHelper> circle) {}
