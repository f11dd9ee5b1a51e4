package org.citestream.ingest.parse;

import java.util.List;
import java.util.Map;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** TEI as GROBID writes it. */
final class TeiVocabulary implements Vocabulary {
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("div", Role.SECTION),
            Map.entry("head", Role.HEADING),
            Map.entry("p", Role.CUT_BLOCK),
            Map.entry("ab", Role.BLOCK),
            Map.entry("quote", Role.BLOCK),
            Map.entry("list", Role.BLOCK),
            Map.entry("item", Role.BLOCK),
            Map.entry("figure", Role.CAPTION),
            Map.entry("figDesc", Role.BLOCK),
            Map.entry("table", Role.BLOCK),
            Map.entry("row", Role.ROW),
            Map.entry("cell", Role.CELL),
            Map.entry("note", Role.FOOTNOTE),
            Map.entry("ref", Role.MARK),
            Map.entry("formula", Role.SPACED),
            Map.entry("s", Role.SPACED),
            Map.entry("lb", Role.BREAK),
            Map.entry("pb", Role.BREAK),
            Map.entry("label", Role.SKIP),
            Map.entry("graphic", Role.SKIP),
            Map.entry("listBibl", Role.REFERENCES));

    @Override
    public Role roleOf(String element) {
        return Vocabulary.roleIn(ROLES, element);
    }

    @Override
    public String sectionType(XmlCursor at) {
        return null;
    }

    @Override
    public Pointer pointer(XmlCursor at) {
        if (!"bibr".equals(at.attribute("type"))) {
            return Pointer.ELSEWHERE;
        }
        List<String> keys = Vocabulary.wordsOf(at.attribute("target")).stream()
                .map(key -> key.startsWith("#") ? key.substring(1) : key)
                .toList();
        return new Pointer(PointerKind.CITATION, keys);
    }
}
