package org.citestream.ingest.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citestream.ingest.parse.Vocabulary.Pointer;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** JATS and its forerunner NLM, 2.0 to 1.4, with the taxonomic elements of TaxPub. */
final class JatsVocabulary {
    private static final Set<String> CITATIONS = Set.of("bibr", "ref", "bib", "citation", "bibliography");
    private static final Set<String> ELSEWHERE = Set.of(
            "fig",
            "table",
            "aff",
            "sec",
            "supplementary-material",
            "corresp",
            "disp-formula",
            "media",
            "app",
            "boxed-text",
            "contrib",
            "author-notes",
            "scheme",
            "chem",
            "list",
            "statement",
            "table-wrap",
            "award",
            "video",
            "plate");

    static final Vocabulary VOCABULARY =
            new Vocabulary(WordTable.of(Role.class, """
                BLOCK p disp-quote verse-group list list-item def-list def-item def term speech statement attrib preformat
                BLOCK subtitle nomenclature sig-block fn-group table question answer explanation treatment-meta
                BLOCK nomenclature-citation-list
                SECTION sec app app-group ack boxed-text notes glossary taxon-treatment treatment-sec bio preface foreword
                SECTION dedication front-matter-part abstract
                HEADING title
                FLOAT fig fig-group table-wrap table-wrap-group supplementary-material media floats-group chem-struct-wrap
                FLOAT graphic
                CAPTION caption
                FOOTNOTE fn table-wrap-foot
                ROW tr row
                CELL td th entry
                MARK xref
                RAISED sup
                SPACED disp-formula disp-formula-group verse-line speaker array
                MATH math
                TEX tex-math
                ALTERNATIVES alternatives
                BREAK break hr cr
                REFERENCES ref-list
                SKIP label sub-article response inline-graphic object-id alt-text long-desc permissions index-term
                SKIP sec-meta kwd-group processing-meta alt-title rt rp
                """), "sec-type", JatsVocabulary::pointer);

    private JatsVocabulary() {}

    private static Pointer pointer(XmlCursor at) {
        String type = at.attribute("ref-type");
        String rid = at.attribute("rid");
        List<String> targets = Vocabulary.wordsOf(rid);
        if (type == null || type.isBlank()) {
            return new Pointer(PointerKind.PERHAPS, targets);
        }
        String word = type.strip().toLowerCase(Locale.ROOT);
        if (CITATIONS.contains(word)) {
            return new Pointer(PointerKind.CITATION, targets);
        }
        return ELSEWHERE.contains(word) ? Pointer.ELSEWHERE : new Pointer(PointerKind.PERHAPS, targets);
    }
}
