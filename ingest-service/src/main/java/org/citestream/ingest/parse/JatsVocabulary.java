package org.citestream.ingest.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** JATS and its forerunner NLM, 2.0 to 1.4, with the taxonomic elements of TaxPub. */
final class JatsVocabulary implements Vocabulary {
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

    private final Roles roles = new Roles();

    JatsVocabulary() {
        roles.put(
                Role.BLOCK,
                "p",
                "disp-quote",
                "verse-group",
                "list",
                "list-item",
                "def-list",
                "def-item",
                "def",
                "term");
        roles.put(
                Role.BLOCK,
                "speech",
                "statement",
                "attrib",
                "preformat",
                "subtitle",
                "nomenclature",
                "sig-block",
                "fn-group");
        roles.put(
                Role.BLOCK,
                "table",
                "question",
                "answer",
                "explanation",
                "treatment-meta",
                "nomenclature-citation-list");
        roles.put(Role.SECTION, "sec", "app", "app-group", "ack", "boxed-text", "notes", "glossary", "taxon-treatment");
        roles.put(
                Role.SECTION,
                "treatment-sec",
                "bio",
                "preface",
                "foreword",
                "dedication",
                "front-matter-part",
                "abstract");
        roles.put(Role.HEADING, "title");
        roles.put(Role.FLOAT, "fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material", "media");
        roles.put(Role.FLOAT, "floats-group", "chem-struct-wrap", "graphic");
        roles.put(Role.CAPTION, "caption");
        roles.put(Role.FOOTNOTE, "fn", "table-wrap-foot");
        roles.put(Role.ROW, "tr", "row");
        roles.put(Role.CELL, "td", "th", "entry");
        roles.put(Role.MARK, "xref");
        roles.put(Role.RAISED, "sup");
        roles.put(Role.SPACED, "disp-formula", "disp-formula-group", "verse-line", "speaker", "array");
        roles.put(Role.MATH, "math");
        roles.put(Role.TEX, "tex-math");
        roles.put(Role.ALTERNATIVES, "alternatives");
        roles.put(Role.BREAK, "break", "hr", "cr");
        roles.put(Role.REFERENCES, "ref-list");
        roles.put(
                Role.SKIP, "label", "sub-article", "response", "inline-graphic", "object-id", "alt-text", "long-desc");
        roles.put(
                Role.SKIP,
                "permissions",
                "index-term",
                "sec-meta",
                "kwd-group",
                "processing-meta",
                "alt-title",
                "rt",
                "rp");
    }

    @Override
    public Role roleOf(String element) {
        return roles.of(element);
    }

    @Override
    public String sectionType(XmlCursor at) {
        return Vocabulary.valueOf(at.attribute("sec-type"));
    }

    @Override
    public Pointer pointer(XmlCursor at) {
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
