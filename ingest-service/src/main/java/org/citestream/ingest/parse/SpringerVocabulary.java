package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Springer's A++: names in camel case, sections numbered by their depth. */
final class SpringerVocabulary implements Vocabulary {
    private final Map<String, Role> roles = new HashMap<>();

    SpringerVocabulary() {
        put(Role.BLOCK, "Para", "SimplePara", "UnorderedList", "OrderedList", "ListItem", "ItemContent", "BlockQuote");
        put(Role.BLOCK, "DefinitionList", "DefinitionListEntry", "Term", "Description", "ArticleNote", "Question");
        put(Role.SECTION, "Section1", "Section2", "Section3", "Section4", "Section5", "Section6", "AbstractSection");
        put(Role.SECTION, "FormalPara", "Acknowledgments", "Appendix", "Glossary", "Dedication");
        put(Role.HEADING, "Heading");
        put(Role.FLOAT, "Figure", "Table", "MediaObject");
        put(Role.CAPTION, "Caption");
        put(Role.FOOTNOTE, "Footnote", "tfooter");
        put(Role.ROW, "row");
        put(Role.CELL, "entry");
        put(Role.MARK, "CitationRef");
        put(Role.RAISED, "Superscript");
        put(Role.ALTERNATIVES, "InlineEquation", "Equation");
        put(Role.TEX, "EquationSource");
        put(Role.REFERENCES, "Bibliography");
        put(Role.SKIP, "CaptionNumber", "ItemNumber", "EquationNumber", "InlineMediaObject", "ImageObject");
        put(Role.SKIP, "IndexTerm", "SectionNumber", "TextObject", "VideoObject", "DataObject");
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
        String type = at.attribute("Type");
        return type == null || type.isBlank() ? null : type.strip();
    }

    /** A marker of a range names what lies between its ends, too. */
    @Override
    public Pointer pointer(XmlCursor at) {
        List<String> targets = new ArrayList<>(Vocabulary.wordsOf(at.attribute("CitationID")));
        targets.addAll(Vocabulary.wordsOf(at.attribute("AdditionalCitationIDS")));
        return new Pointer(PointerKind.CITATION, targets);
    }
}
