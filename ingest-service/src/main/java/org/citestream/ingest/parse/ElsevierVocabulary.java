package org.citestream.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Elsevier's common elements ({@code ce:}), by which all its articles and chapters are written. */
final class ElsevierVocabulary implements Vocabulary {
    /** Ids of references begin so: {@code bib12}, {@code bb0060}, {@code b0060}, {@code br000060}. */
    private static final Pattern REFERENCE = Pattern.compile("(?:bib|bb|br|b)\\d.*");

    private final Map<String, Role> roles = new HashMap<>();

    ElsevierVocabulary() {
        put(Role.BLOCK, "para", "simple-para", "note-para", "list", "list-item", "displayed-quote", "quote");
        put(Role.BLOCK, "def-list", "def-term", "def-description", "def", "enunciation", "biography", "source");
        put(Role.BLOCK, "table", "intro", "glossary-def", "glossary-entry");
        put(Role.SECTION, "section", "acknowledgment", "acknowledgement", "textbox", "nomenclature", "glossary");
        put(Role.SECTION, "abstract-sec", "exam-questions", "data-availability", "conflict-of-interest");
        put(Role.HEADING, "section-title");
        put(Role.FLOAT, "figure", "e-component", "floats");
        put(Role.CAPTION, "caption", "legend");
        put(Role.FOOTNOTE, "footnote", "table-footnote");
        put(Role.ROW, "row");
        put(Role.CELL, "entry");
        put(Role.MARK, "cross-ref", "cross-refs");
        put(Role.RAISED, "sup");
        put(Role.SPACED, "formula");
        put(Role.MATH, "math");
        put(Role.BREAK, "br");
        put(Role.REFERENCES, "bibliography", "further-reading");
        put(Role.SKIP, "label", "alt-text", "copyright", "copyright-line", "link", "index", "keywords", "keyword");
        put(Role.SKIP, "date-received", "date-revised", "date-accepted", "miscellaneous", "e-address");
        put(Role.SKIP, "correspondence", "preprint", "article-footnote", "doctopics", "editors", "dedication");
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
        String role = at.attribute("role");
        return role == null || role.isBlank() ? null : role.strip();
    }

    /** Pointers to figures, tables and sections look the same but for the id. */
    @Override
    public Pointer pointer(XmlCursor at) {
        List<String> targets = Vocabulary.wordsOf(at.attribute("refid"));
        boolean all = !targets.isEmpty()
                && targets.stream().allMatch(id -> REFERENCE.matcher(id).matches());
        return new Pointer(all ? PointerKind.CITATION : PointerKind.PERHAPS, targets);
    }
}
