package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.parse.Vocabulary.Pointer;
import org.citestream.ingest.parse.Vocabulary.Pointer.PointerKind;

/** Springer's A++: names in camel case, sections numbered by their depth. */
final class SpringerVocabulary {
    static final Vocabulary VOCABULARY =
            new Vocabulary(WordTable.of(Role.class, """
                BLOCK Para SimplePara UnorderedList OrderedList ListItem ItemContent BlockQuote DefinitionList
                BLOCK DefinitionListEntry Term Description ArticleNote Question
                SECTION Section1 Section2 Section3 Section4 Section5 Section6 AbstractSection FormalPara Acknowledgments
                SECTION Appendix Glossary Dedication
                HEADING Heading
                FLOAT Figure Table MediaObject
                CAPTION Caption
                FOOTNOTE Footnote tfooter
                ROW row
                CELL entry
                MARK CitationRef
                RAISED Superscript
                ALTERNATIVES InlineEquation Equation
                TEX EquationSource
                REFERENCES Bibliography
                SKIP CaptionNumber ItemNumber EquationNumber InlineMediaObject ImageObject IndexTerm SectionNumber
                SKIP TextObject VideoObject DataObject
                """), "Type", SpringerVocabulary::pointer);

    private SpringerVocabulary() {}

    /** A marker of a range names what lies between its ends, too. */
    private static Pointer pointer(XmlCursor at) {
        List<String> targets = new ArrayList<>(Vocabulary.wordsOf(at.attribute("CitationID")));
        targets.addAll(Vocabulary.wordsOf(at.attribute("AdditionalCitationIDS")));
        return new Pointer(PointerKind.CITATION, targets);
    }
}
