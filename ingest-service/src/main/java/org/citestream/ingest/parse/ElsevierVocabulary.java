package org.citestream.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.citestream.ingest.parse.Vocabulary.Pointer;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Elsevier's common elements ({@code ce:}), by which all its articles and chapters are written. */
final class ElsevierVocabulary {
    /** Ids of references begin so: {@code bib12}, {@code bb0060}, {@code b0060}, {@code br000060}. */
    private static final Pattern REFERENCE = Pattern.compile("(?:bib|bb|br|b)\\d.*");

    static final Vocabulary VOCABULARY =
            new Vocabulary(WordTable.of(Role.class, """
                BLOCK para simple-para note-para list list-item displayed-quote quote def-list def-term def-description
                BLOCK def enunciation biography source table intro glossary-def glossary-entry
                SECTION section acknowledgment acknowledgement textbox nomenclature glossary abstract-sec exam-questions
                SECTION data-availability conflict-of-interest
                HEADING section-title
                FLOAT figure e-component floats
                CAPTION caption legend
                FOOTNOTE footnote table-footnote
                ROW row
                CELL entry
                MARK cross-ref cross-refs
                RAISED sup
                SPACED formula
                MATH math
                BREAK br
                REFERENCES bibliography further-reading
                SKIP label alt-text copyright copyright-line link index keywords keyword date-received date-revised
                SKIP date-accepted miscellaneous e-address correspondence preprint article-footnote doctopics editors
                SKIP dedication
                """), "role", ElsevierVocabulary::pointer);

    private ElsevierVocabulary() {}

    /** Pointers to figures, tables and sections look the same but for the id. */
    private static Pointer pointer(XmlCursor at) {
        List<String> targets = Vocabulary.wordsOf(at.attribute("refid"));
        boolean all = !targets.isEmpty()
                && targets.stream().allMatch(id -> REFERENCE.matcher(id).matches());
        return new Pointer(all ? PointerKind.CITATION : PointerKind.PERHAPS, targets);
    }
}
