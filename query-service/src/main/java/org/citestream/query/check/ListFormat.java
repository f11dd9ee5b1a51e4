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
    JATS("jats"),
    TEI("tei");

    /** What is accepted, in words. */
    static final String ACCEPTED =
            "send BibTeX, RIS, CSL-JSON, CSV, Zotero RDF, JATS or TEI XML, or plain text with one reference per line";

    private static final Pattern BIBTEX_ENTRY = Pattern.compile("(?m)^\\s*@[A-Za-z]+\\s*[{(]");
    private static final Pattern RIS_ENTRY = Pattern.compile("(?m)^TY {2}- ");
    private static final Pattern LATEX =
            Pattern.compile("\\\\(?:documentclass|bibitem|begin\\s*\\{thebibliography\\})");
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
     * @param text its beginning at least, decoded byte by byte where it is no text
     * @throws ProblemException 415 for formats that are known and not read
     */
    static ListFormat of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).stripLeading();
        if (start.startsWith("%PDF")) {
            throw notRead("PDF");
        }
        if (start.startsWith("PK\u0003\u0004")) {
            throw notRead("a zip archive such as DOCX or ODT");
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0") || start.startsWith("{\\rtf")) {
            throw notRead("a word processor's file");
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
        if (BIBTEX_ENTRY.matcher(text).find()) {
            return BIBTEX;
        }
        if (LATEX.matcher(text).find()) {
            throw notRead("LaTeX");
        }
        return TEXT;
    }

    private static ProblemException notRead(String what) {
        return new ProblemException(Problem.of(
                415, "Unsupported media type", "This looks like " + what + ", which is not read here; " + ACCEPTED));
    }
}
