package org.citestream.query.export.cite;

import de.undercouch.citeproc.csl.CSLType;
import java.util.Locale;
import org.citestream.query.publication.ShownPublication;

/** The type of a work in the vocabulary of the three formats that reference managers read. */
enum WorkKind {
    ARTICLE(CSLType.ARTICLE_JOURNAL, "article", "JOUR"),
    PREPRINT(CSLType.ARTICLE, "misc", "UNPB"),
    BOOK(CSLType.BOOK, "book", "BOOK"),
    CHAPTER(CSLType.CHAPTER, "incollection", "CHAP"),
    PROCEEDINGS(CSLType.PAPER_CONFERENCE, "inproceedings", "CPAPER"),
    THESIS(CSLType.THESIS, "phdthesis", "THES"),
    REPORT(CSLType.REPORT, "techreport", "RPRT"),
    DATASET(CSLType.DATASET, "misc", "DATA"),
    OTHER(CSLType.DOCUMENT, "misc", "GEN");

    @SuppressWarnings("ImmutableEnumChecker") // an enum
    final CSLType csl;

    final String bibTex;
    final String ris;

    WorkKind(CSLType csl, String bibTex, String ris) {
        this.csl = csl;
        this.bibTex = bibTex;
        this.ris = ris;
    }

    /** By the known type; else a work with a journal is an article, and any other a document. */
    static WorkKind of(ShownPublication work) {
        String type =
                work.publicationType() == null ? "" : work.publicationType().toLowerCase(Locale.ROOT);
        if (type.contains("preprint") || type.equals("posted-content")) {
            return PREPRINT;
        }
        if (type.contains("chapter")) {
            return CHAPTER;
        }
        if (type.contains("proceedings") || type.contains("conference")) {
            return PROCEEDINGS;
        }
        return switch (type) {
            case "book", "monograph", "edited-book", "reference-book" -> BOOK;
            case "thesis", "dissertation" -> THESIS;
            case "report", "technical-report" -> REPORT;
            case "dataset", "data" -> DATASET;
            case "" -> work.journal() == null ? OTHER : ARTICLE;
            default -> ARTICLE;
        };
    }
}
