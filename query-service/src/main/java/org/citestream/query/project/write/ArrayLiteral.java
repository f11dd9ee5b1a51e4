package org.citestream.query.project.write;

import java.util.Collection;

/** PostgreSQL's text form of an array: rows of arrays travel as text, since {@code unnest} flattens nested arrays. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    /** An array of numbers, which need no quotes. */
    static String ofNumbers(Collection<? extends Number> numbers) {
        StringBuilder literal = new StringBuilder("{");
        for (Number number : numbers) {
            literal.append(literal.length() > 1 ? "," : "").append(number);
        }
        return literal.append('}').toString();
    }

    /** An array of texts, quoted and escaped. */
    static String ofTexts(Collection<String> texts) {
        StringBuilder literal = new StringBuilder("{");
        for (String text : texts) {
            literal.append(literal.length() > 1 ? "," : "").append('"');
            literal.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return literal.append('}').toString();
    }
}
