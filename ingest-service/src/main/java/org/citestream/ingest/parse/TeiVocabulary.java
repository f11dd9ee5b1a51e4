package org.citestream.ingest.parse;

import java.util.List;
import org.citestream.ingest.parse.Vocabulary.Pointer;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** TEI as GROBID writes it. */
final class TeiVocabulary {
    static final Vocabulary VOCABULARY = new Vocabulary(WordTable.of(Role.class, """
        SECTION div
        HEADING head
        CUT_BLOCK p
        BLOCK ab quote list item figDesc table
        CAPTION figure
        ROW row
        CELL cell
        FOOTNOTE note
        MARK ref
        SPACED formula s
        BREAK lb pb
        SKIP label graphic
        REFERENCES listBibl
        """), null, TeiVocabulary::pointer);

    private TeiVocabulary() {}

    private static Pointer pointer(XmlCursor at) {
        if (!"bibr".equals(at.attribute("type"))) {
            return Pointer.ELSEWHERE;
        }
        List<String> keys = Vocabulary.wordsOf(at.attribute("target")).stream()
                .map(key -> key.startsWith("#") ? key.substring(1) : key)
                .toList();
        return new Pointer(PointerKind.CITATION, keys);
    }
}
