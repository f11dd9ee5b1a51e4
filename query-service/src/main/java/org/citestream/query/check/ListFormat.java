package org.citestream.query.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/** The formats in which references are accepted. */
public enum ListFormat {
    BIBTEX("bibtex"),
    RIS("ris"),
    CSL_JSON("csl-json"),
    /** A table with a row of names first, such as the exports of Zotero and of databases. */
    CSV("csv"),
    ZOTERO_RDF("zotero-rdf"),
    /** One reference per line. */
    TEXT("text"),
    /** A bibliography as BibTeX or biber writes it ({@code .bbl}), or a manuscript that holds one. */
    LATEX("latex"),
    JATS("jats"),
    TEI("tei"),
    DOCX("docx"),
    /** Read by a GROBID server. */
    PDF("pdf");

    /** What is accepted, in words. */
    static final String ACCEPTED =
            "send BibTeX, RIS, CSL-JSON, CSV, Zotero RDF, a LaTeX .bbl, JATS or TEI XML, DOCX, PDF, or plain text with one reference per line";

    private static final Pattern BIBTEX_ENTRY = Pattern.compile("(?m)^\\s*@[A-Za-z]+\\s*[{(]");
    private static final Pattern RIS_ENTRY = Pattern.compile("(?m)^TY {2}- ");
    private static final Pattern LATEX_TEXT = Pattern.compile(
            "\\\\(?:documentclass|bibitem|begin\\s*\\{thebibliography\\}|begin\\s*\\{document\\}|refsection\\{|datalist)");
    private static final int LOOKED_AT = 4096;

    private final String wireName;

    ListFormat(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in addresses and answers. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ListFormat::wireName).toList();
    }

    /** The format of that name. */
    public static Optional<ListFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The format by what a file looks like; plain text if it looks like nothing else.
     *
     * @param text decoded byte by byte where it is no text
     * @throws ProblemException 415 for formats that are known and not read
     */
    static ListFormat of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).stripLeading();
        if (start.startsWith("%PDF")) {
            return PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            if (text.contains("[Content_Types].xml") && text.contains("word/")) {
                return DOCX;
            }
            throw notRead("a zip archive such as ODT");
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0") || start.startsWith("{\\rtf")) {
            throw notRead("a word processor's older file, or one with a password; save it as DOCX without a password");
        }
        if (start.startsWith("<")) {
            if (start.contains("<rdf:RDF")) {
                return ZOTERO_RDF;
            }
            return start.contains("http://www.tei-c.org/ns/1.0") || start.contains("<TEI") ? TEI : JATS;
        }
        if (start.startsWith("[") || start.startsWith("{")) {
            return CSL_JSON;
        }
        if (TableReferences.isTable(start)) {
            return CSV;
        }
        if (RIS_ENTRY.matcher(text).find()) {
            return RIS;
        }
        if (LATEX_TEXT.matcher(text).find()) {
            return LATEX;
        }
        if (BIBTEX_ENTRY.matcher(text).find()) {
            return BIBTEX;
        }
        return TEXT;
    }

    private static ProblemException notRead(String what) {
        return new ProblemException(Problem.of(
                415, "Unsupported media type", "This looks like " + what + ". That is not read here: " + ACCEPTED));
    }
}
