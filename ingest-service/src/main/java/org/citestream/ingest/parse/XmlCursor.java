package org.citestream.ingest.parse;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Walks an XML stream element by element. Whoever handles an element may read as much of it as it likes: the rest is
 * skipped when the handler returns, so no reader can lose its place. Names are local names.
 */
final class XmlCursor {
    private final XMLStreamReader2 reader;
    private final RunningText scratch;
    private int depth;

    XmlCursor(XMLStreamReader2 reader, Limits limits) {
        this.reader = reader;
        this.scratch = new RunningText(limits.textLength());
    }

    /** Handles a child element; the cursor stands on its start. */
    @FunctionalInterface
    interface Child {
        void read(String name) throws XMLStreamException;
    }

    /** Moves to the root element and returns its name. */
    String root() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Prolog.
        }
        return name();
    }

    /** Hands every child of the element that the cursor stands on to {@code child}. */
    void eachChild(Child child) throws XMLStreamException {
        eachNode(null, child);
    }

    /** Hands children to {@code child} and text to {@code text}, in their order; null: the text is passed over. */
    void eachNode(RunningText text, Child child) throws XMLStreamException {
        int level = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(name());
                leaveTo(level);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth < level) {
                    return;
                }
            } else if (text != null && isText(event)) {
                appendTo(text);
            }
        }
    }

    /** The text without what stands in elements of these names; null when there is none. */
    String textWithout(Set<String> names) throws XMLStreamException {
        RunningText words = new RunningText(10_000);
        textWithout(names, words);
        return words.isEmpty() ? null : words.plain();
    }

    private void textWithout(Set<String> names, RunningText words) throws XMLStreamException {
        eachNode(words, name -> {
            if (name.equals("break")) {
                words.space();
            } else if (!names.contains(name)) {
                textWithout(names, words);
            }
        });
    }

    /** All text of the element, white space collapsed; null when there is none. */
    String text() throws XMLStreamException {
        scratch.clear();
        int level = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT && depth < level) {
                return scratch.isEmpty() ? null : scratch.plain();
            } else if (isText(event)) {
                appendTo(scratch);
            }
        }
    }

    /** The whole number in the element, or null. */
    Integer number() throws XMLStreamException {
        return Numbers.leading(text());
    }

    /** Reads past everything that is deeper than {@code level}. */
    private void leaveTo(int level) throws XMLStreamException {
        while (depth > level) {
            next();
        }
    }

    /** The value of the attribute whose local name this is, in any namespace; null when absent. */
    String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String localName, String otherwise) {
        String value = attribute(localName);
        return value == null ? otherwise : value;
    }

    String name() {
        return reader.getLocalName();
    }

    /** The namespace of the element; empty for none. */
    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.END_DOCUMENT) {
            throw new XMLStreamException("the document ends too early", reader.getLocation());
        }
        return event;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void appendTo(RunningText text) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
}
