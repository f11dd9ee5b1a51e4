package org.citestream.ingest.parse;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Writes formulas on one line, so that a sentence around them can be read. */
final class MathReader {
    private static final String BEGIN = "\\begin{document}";
    private static final String END = "\\end{document}";
    private static final Pattern DOLLARS = Pattern.compile("^\\s*\\$+|\\$+\\s*$");
    private static final String SPACED_OPERATORS = "=<>≤≥≈≠±∼→∈×+";

    private final XmlCursor xml;
    private final RunningText word = new RunningText(10_000);

    MathReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the MathML element that the cursor stands on. */
    void readMath(RunningText text) throws XMLStreamException {
        xml.eachNode(text, name -> element(name, text));
    }

    /** Reads the TeX that the cursor stands on, without the document around it. */
    void readTex(RunningText text) throws XMLStreamException {
        String tex = xml.text();
        if (tex != null) {
            String body = withinDocument(tex);
            text.append((body.indexOf('$') < 0 ? body : DOLLARS.matcher(body).replaceAll("")).strip());
        }
    }

    private static String withinDocument(String tex) {
        int begin = tex.lastIndexOf(BEGIN);
        int from = begin < 0 ? 0 : begin + BEGIN.length();
        int end = tex.indexOf(END, from);
        return tex.substring(from, end < 0 ? tex.length() : end);
    }

    private void element(String name, RunningText text) throws XMLStreamException {
        switch (name) {
            case "annotation", "annotation-xml" -> {
                // Says the same again.
            }
            case "mo" -> operator(text);
            case "mfrac" -> infix(text, "/");
            case "msup", "mover" -> infix(text, name.equals("msup") ? "^" : "");
            case "msub", "munder" -> infix(text, name.equals("msub") ? "_" : "");
            case "msqrt", "mroot" -> {
                text.append("√(");
                readMath(text);
                text.append(")");
            }
            case "mtext" -> {
                text.space();
                readMath(text);
                text.space();
            }
            case "mspace", "mtd" -> {
                text.space();
                readMath(text);
            }
            default -> readMath(text);
        }
    }

    private void operator(RunningText text) throws XMLStreamException {
        word.clear();
        xml.eachNode(word, name -> {});
        boolean spaced =
                word.length() == 1 && SPACED_OPERATORS.indexOf(word.plain().charAt(0)) >= 0;
        if (spaced) {
            text.space();
        }
        text.append(word.plain());
        if (spaced) {
            text.space();
        }
    }

    private void infix(RunningText text, String sign) throws XMLStreamException {
        int[] place = new int[1];
        xml.eachChild(name -> {
            if (place[0]++ == 1) {
                text.append(sign);
            }
            element(name, text);
        });
    }
}
