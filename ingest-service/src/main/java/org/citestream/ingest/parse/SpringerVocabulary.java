package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Springer's A++: names in camel case, sections numbered by their depth. */
final class SpringerVocabulary implements Vocabulary {
    private final Roles roles = new Roles();

    SpringerVocabulary() {
        roles.put(
                Role.BLOCK,
                "Para",
                "SimplePara",
                "UnorderedList",
                "OrderedList",
                "ListItem",
                "ItemContent",
                "BlockQuote");
        roles.put(
                Role.BLOCK, "DefinitionList", "DefinitionListEntry", "Term", "Description", "ArticleNote", "Question");
        roles.put(
                Role.SECTION,
                "Section1",
                "Section2",
                "Section3",
                "Section4",
                "Section5",
                "Section6",
                "AbstractSection");
        roles.put(Role.SECTION, "FormalPara", "Acknowledgments", "Appendix", "Glossary", "Dedication");
        roles.put(Role.HEADING, "Heading");
        roles.put(Role.FLOAT, "Figure", "Table", "MediaObject");
        roles.put(Role.CAPTION, "Caption");
        roles.put(Role.FOOTNOTE, "Footnote", "tfooter");
        roles.put(Role.ROW, "row");
        roles.put(Role.CELL, "entry");
        roles.put(Role.MARK, "CitationRef");
        roles.put(Role.RAISED, "Superscript");
        roles.put(Role.ALTERNATIVES, "InlineEquation", "Equation");
        roles.put(Role.TEX, "EquationSource");
        roles.put(Role.REFERENCES, "Bibliography");
        roles.put(Role.SKIP, "CaptionNumber", "ItemNumber", "EquationNumber", "InlineMediaObject", "ImageObject");
        roles.put(Role.SKIP, "IndexTerm", "SectionNumber", "TextObject", "VideoObject", "DataObject");
    }

    @Override
    public Role roleOf(String element) {
        return roles.of(element);
    }

    @Override
    public String sectionType(XmlCursor at) {
        return Vocabulary.valueOf(at.attribute("Type"));
    }

    /** A marker of a range names what lies between its ends, too. */
    @Override
    public Pointer pointer(XmlCursor at) {
        List<String> targets = new ArrayList<>(Vocabulary.wordsOf(at.attribute("CitationID")));
        targets.addAll(Vocabulary.wordsOf(at.attribute("AdditionalCitationIDS")));
        return new Pointer(PointerKind.CITATION, targets);
    }
}
