package org.citestream.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Elsevier's common elements ({@code ce:}), by which all its articles and chapters are written. */
final class ElsevierVocabulary implements Vocabulary {
    /** Ids of references begin so: {@code bib12}, {@code bb0060}, {@code b0060}, {@code br000060}. */
    private static final Pattern REFERENCE = Pattern.compile("(?:bib|bb|br|b)\\d.*");

    private final Roles roles = new Roles();

    ElsevierVocabulary() {
        roles.put(Role.BLOCK, "para", "simple-para", "note-para", "list", "list-item", "displayed-quote", "quote");
        roles.put(Role.BLOCK, "def-list", "def-term", "def-description", "def", "enunciation", "biography", "source");
        roles.put(Role.BLOCK, "table", "intro", "glossary-def", "glossary-entry");
        roles.put(Role.SECTION, "section", "acknowledgment", "acknowledgement", "textbox", "nomenclature", "glossary");
        roles.put(Role.SECTION, "abstract-sec", "exam-questions", "data-availability", "conflict-of-interest");
        roles.put(Role.HEADING, "section-title");
        roles.put(Role.FLOAT, "figure", "e-component", "floats");
        roles.put(Role.CAPTION, "caption", "legend");
        roles.put(Role.FOOTNOTE, "footnote", "table-footnote");
        roles.put(Role.ROW, "row");
        roles.put(Role.CELL, "entry");
        roles.put(Role.MARK, "cross-ref", "cross-refs");
        roles.put(Role.RAISED, "sup");
        roles.put(Role.SPACED, "formula");
        roles.put(Role.MATH, "math");
        roles.put(Role.BREAK, "br");
        roles.put(Role.REFERENCES, "bibliography", "further-reading");
        roles.put(
                Role.SKIP, "label", "alt-text", "copyright", "copyright-line", "link", "index", "keywords", "keyword");
        roles.put(Role.SKIP, "date-received", "date-revised", "date-accepted", "miscellaneous", "e-address");
        roles.put(Role.SKIP, "correspondence", "preprint", "article-footnote", "doctopics", "editors", "dedication");
    }

    @Override
    public Role roleOf(String element) {
        return roles.of(element);
    }

    @Override
    public String sectionType(XmlCursor at) {
        return Vocabulary.valueOf(at.attribute("role"));
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
