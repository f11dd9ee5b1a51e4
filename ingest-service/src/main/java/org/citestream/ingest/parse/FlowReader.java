package org.citestream.ingest.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Section;

/**
 * Reads running text: cuts it into paragraphs, keeps the trail of headings, notes every pointer with its place. What an
 * element means is the vocabulary's affair, so JATS and TEI are read alike.
 */
final class FlowReader {
    /** A cell shorter than this, in characters, does not say what it is about: the first cell of its row does. */
    private static final int TELLING = 12;

    private static final String NO_WORDS = "…";

    private final XmlCursor xml;
    private final Vocabulary vocabulary;
    private final ParagraphSink sink;
    private final ReferenceListReader references;
    private final MathReader math;
    private final int textLength;
    private final Deque<RunningText> spare = new ArrayDeque<>();
    private RunningText text;
    private String rowHead;
    private int paragraphs;
    private int sections;

    /** Reads the reference list that the cursor stands on. */
    @FunctionalInterface
    interface ReferenceListReader {
        void read() throws XMLStreamException;
    }

    FlowReader(
            XmlCursor xml, Vocabulary vocabulary, ParagraphSink sink, ReferenceListReader references, Limits limits) {
        this.xml = xml;
        this.vocabulary = vocabulary;
        this.sink = sink;
        this.references = references;
        this.textLength = limits.textLength();
        this.math = new MathReader(xml);
        this.text = new RunningText(textLength);
    }

    /** Where text stands. {@code titled}: a heading here is the section's own. */
    private record FlowContext(SectionTrail trail, Position position, boolean titled) {
        FlowContext within() {
            return titled ? new FlowContext(trail, position, false) : this;
        }

        FlowContext at(Position other) {
            return new FlowContext(trail, other, false);
        }

        Section section() {
            return trail == null ? Section.NONE : trail.section();
        }
    }

    /** Reads the element that the cursor stands on, a body or a back or an abstract. */
    void read(Position position) throws XMLStreamException {
        FlowContext place = new FlowContext(null, position, false);
        content(place);
        flush(place);
    }

    /** Reads the element that the cursor stands on as a child of a body. */
    void readElement(Position position) throws XMLStreamException {
        FlowContext place = new FlowContext(null, position, false);
        element(xml.name(), place);
        flush(place);
    }

    private void content(FlowContext place) throws XMLStreamException {
        xml.eachNode(text, name -> element(name, place));
    }

    private void element(String name, FlowContext place) throws XMLStreamException {
        switch (vocabulary.roleOf(name)) {
            case INLINE -> content(place);
            case SPACED -> spaced(place);
            case BLOCK -> block(place.within());
            case CUT_BLOCK -> cutBlock(place.within());
            case SECTION -> section(place);
            case HEADING -> heading(place);
            case FLOAT -> aside(place.within());
            case CAPTION -> aside(place.at(Position.CAPTION));
            case FOOTNOTE -> footnote(place);
            case ROW -> row(place.at(Position.TABLE));
            case CELL -> cell(place);
            case MARK -> mark(place);
            case RAISED -> raised(place);
            case MATH -> math.readMath(text);
            case TEX -> math.readTex(text);
            case ALTERNATIVES -> alternatives(place);
            case BREAK -> text.space();
            case REFERENCES -> references.read();
            case SKIP -> {
                // The cursor goes on behind it.
            }
        }
    }

    private void spaced(FlowContext place) throws XMLStreamException {
        text.space();
        content(place);
        text.space();
    }

    private void block(FlowContext place) throws XMLStreamException {
        // A cell is one run of text, whatever it is made of.
        if (place.position() == Position.TABLE || text.inMark()) {
            spaced(place);
            return;
        }
        flush(place);
        content(place);
        flush(place);
    }

    /** What does not end and goes on in lower case behind a figure or a page is one paragraph. */
    private void cutBlock(FlowContext place) throws XMLStreamException {
        if (place.position() == Position.TABLE || text.inMark()) {
            spaced(place);
            return;
        }
        if (!text.isUnfinished()) {
            flush(place);
        }
        RunningText before = text;
        text = spare.isEmpty() ? new RunningText(textLength) : spare.pop();
        content(place);
        RunningText after = text;
        text = before;
        if (!before.isEmpty() && after.beginsInLowerCase()) {
            before.goOn(after);
        } else {
            flush(place);
            text = after;
            after = before;
        }
        after.clear();
        spare.push(after);
        if (!text.isUnfinished()) {
            flush(place);
        }
    }

    /** Reads beside the paragraph at hand, which goes on afterwards. */
    private void aside(FlowContext place) throws XMLStreamException {
        RunningText around = text;
        text = spare.isEmpty() ? new RunningText(textLength) : spare.pop();
        content(place);
        flush(place);
        spare.push(text);
        text = around;
    }

    private void footnote(FlowContext place) throws XMLStreamException {
        String id = xml.attribute("id");
        if (id != null) {
            sink.footnote(id);
        }
        aside(place.at(Position.FOOTNOTE));
        if (id != null) {
            sink.footnote(null);
        }
    }

    private void section(FlowContext place) throws XMLStreamException {
        SectionTrail trail = new SectionTrail(place.trail(), vocabulary.sectionType(xml), sections++);
        aside(new FlowContext(trail, place.position(), true));
    }

    private void heading(FlowContext place) throws XMLStreamException {
        if (!place.titled() || !place.trail().untitled()) {
            block(place.within());
            return;
        }
        flush(place);
        content(place.within());
        String raw = text.plain();
        place.trail().head(raw);
        flush(place.at(place.position() == Position.ABSTRACT ? Position.ABSTRACT : Position.HEADING));
    }

    private void row(FlowContext place) throws XMLStreamException {
        flush(place);
        rowHead = null;
        content(place);
        flush(place);
    }

    private void cell(FlowContext place) throws XMLStreamException {
        flush(place);
        content(place);
        if (rowHead == null && !text.isEmpty()) {
            rowHead = text.plain();
        } else if (text.hasMarks() && (text.length() < TELLING || text.isMarksAlone())) {
            text.precede(rowHead == null ? "" : rowHead);
        }
        flush(place);
    }

    private void mark(FlowContext place) throws XMLStreamException {
        Vocabulary.Pointer pointer = vocabulary.pointer(xml);
        if (pointer.kind() == Vocabulary.Pointer.PointerKind.OTHER || text.inMark()) {
            content(place);
            return;
        }
        text.openMark();
        content(place);
        text.closeMark(pointer.targets(), pointer.kind() == Vocabulary.Pointer.PointerKind.CITATION);
    }

    private void raised(FlowContext place) throws XMLStreamException {
        int start = text.length();
        int marks = text.marks();
        content(place);
        if (text.marks() == marks && !text.inMark() && text.length() > start) {
            text.raise(start);
            if (text.isNoteSign(start)) {
                text.setApart(start);
            }
        }
    }

    private void alternatives(FlowContext place) throws XMLStreamException {
        int start = text.length();
        boolean[] said = new boolean[1];
        xml.eachChild(name -> {
            Role role = vocabulary.roleOf(name);
            if (role == Role.MATH && text.marks() == 0) {
                text.cutTo(start);
            } else if (said[0]) {
                return;
            }
            element(name, place);
            said[0] = text.length() > start || role == Role.BLOCK;
        });
    }

    private void flush(FlowContext place) {
        if (text.isEmpty() && text.hasMarks()) {
            // Nothing but links without text: a statement must have some.
            text.append(NO_WORDS);
        }
        if (!text.isEmpty()) {
            sink.accept(place.section(), place.position(), paragraphs++, text);
        }
        text.clear();
    }
}
