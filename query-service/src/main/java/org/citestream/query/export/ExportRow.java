package org.citestream.query.export;

import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ShownStatement;

/** A statement with the works on both sides, without their abstracts. */
record ExportRow(ShownStatement statement, ShownPublication citing, ShownPublication cited) {

    /** The licence of the text that the statement is taken from; null if unknown. */
    String licence() {
        return citing.licence();
    }
}
