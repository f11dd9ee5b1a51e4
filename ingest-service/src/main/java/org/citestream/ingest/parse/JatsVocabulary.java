package org.citestream.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Map<String, Role> roles = new HashMap<>();

    JatsVocabulary() {
        put(Role.BLOCK, "p", "disp-quote", "verse-group", "list", "list-item", "def-list", "def-item", "def", "term");
        put(
                Role.BLOCK,
                "speech",
                "statement",
                "attrib",
                "preformat",
                "subtitle",
                "nomenclature",
                "sig-block",
                "fn-group");
        put(Role.BLOCK, "table", "question", "answer", "explanation", "treatment-meta", "nomenclature-citation-list");
        put(Role.SECTION, "sec", "app", "app-group", "ack", "boxed-text", "notes", "glossary", "taxon-treatment");
        put(Role.SECTION, "treatment-sec", "bio", "preface", "foreword", "dedication", "front-matter-part", "abstract");
        put(Role.HEADING, "title");
        put(Role.FLOAT, "fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material", "media");
        put(Role.FLOAT, "floats-group", "chem-struct-wrap", "graphic");
        put(Role.CAPTION, "caption");
        put(Role.FOOTNOTE, "fn", "table-wrap-foot");
        put(Role.ROW, "tr", "row");
        put(Role.CELL, "td", "th", "entry");
        put(Role.MARK, "xref");
        put(Role.RAISED, "sup");
        put(Role.SPACED, "disp-formula", "disp-formula-group", "verse-line", "speaker", "array");
        put(Role.MATH, "math");
        put(Role.TEX, "tex-math");
        put(Role.ALTERNATIVES, "alternatives");
        put(Role.BREAK, "break", "hr", "cr");
        put(Role.REFERENCES, "ref-list");
        put(Role.SKIP, "label", "sub-article", "response", "inline-graphic", "object-id", "alt-text", "long-desc");
        put(
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

    private void put(Role role, String... names) {
        for (String name : names) {
            roles.put(name, role);
        }
    }

    @Override
    public Role roleOf(String element) {
        return Vocabulary.roleIn(roles, element);
    }

    @Override
    public String sectionType(XmlCursor at) {
        String type = at.attribute("sec-type");
        return type == null || type.isBlank() ? null : type.strip();
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
