package org.citestream.query.export.cite;

/**
 * Escapes plain text for a BibTeX field so that LaTeX prints it unchanged. Letters beyond ASCII stay as they are
 * (UTF-8).
 */
final class LaTeX {

    private LaTeX() {}

    /** Null for null; line breaks become spaces. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.replaceAll("\\s+", " ").strip().codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').appendCodePoint(c);
            case '\\' -> escaped.append("\\textbackslash{}");
            case '~' -> escaped.append("\\textasciitilde{}");
            case '^' -> escaped.append("\\textasciicircum{}");
            case '<' -> escaped.append("\\textless{}");
            case '>' -> escaped.append("\\textgreater{}");
            case '|' -> escaped.append("\\textbar{}");
            default -> {
                if (!Character.isISOControl(c)) {
                    escaped.appendCodePoint(c);
                }
            }
        }
    }
}
