package org.citestream.query.export;

/** Cells of CSV files. Stateless. */
public final class CsvCell {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    /** The cell with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, CSV injection). */
    public static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
