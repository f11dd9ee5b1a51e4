package org.citestream.ingest.arrival.pack;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * Takes a book by BITS or the NLM book vocabulary apart: each {@code book-part} becomes an article of its own, in a {@code
 * book-part-wrapper} with what the book says of itself. Parts within a part are chapters, too; what is around them is
 * handed on only if it cites. A chapter without a reference list gets the book's. Thread-safe.
 */
final class BookChapters {
    private static final String WRAPPER = "book-part-wrapper";
    private static final String META = "book-meta";
    private static final String BACK = "book-back";
    private static final String PART = "book-part";
    private static final String LIST = "ref-list";

    private final WstxInputFactory readers;
    private final WstxOutputFactory writers;
    private final long mostBytes;

    /** @param mostBytes of one book, which is on the disk while it is read */
    BookChapters(WstxInputFactory readers, WstxOutputFactory writers, long mostBytes) {
        this.readers = readers;
        this.writers = writers;
        this.mostBytes = mostBytes;
    }

    /** Hands on every chapter. */
    void split(String name, InputStream source, Unpacker.ArticleConsumer taker) throws XMLStreamException, IOException {
        Path book = Files.createTempFile("citestream-book-", ".xml");
        Path meta = Files.createTempFile("citestream-book-meta-", ".xml");
        Path lists = Files.createTempFile("citestream-book-lists-", ".xml");
        try {
            try (var metered = new ArticleLimitedInput(source, mostBytes);
                    OutputStream out = Files.newOutputStream(book)) {
                metered.transferTo(out);
            }
            copyShared(book, meta, lists);
            var chapters = new Chapters(name, meta, lists, taker);
            try (InputStream xml = new BufferedInputStream(Files.newInputStream(book))) {
                XMLStreamReader2 reader = (XMLStreamReader2) readers.createXMLStreamReader(xml);
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                        chapters.element(reader);
                    }
                }
            }
            if (chapters.found == 0) {
                throw new PackRefusedException(name + " is a book without any chapter (book-part)", null);
            }
        } finally {
            Files.deleteIfExists(book);
            Files.deleteIfExists(meta);
            Files.deleteIfExists(lists);
        }
    }

    /** What belongs to all chapters: the book's own description, and reference lists that stand in none of them. */
    private void copyShared(Path book, Path meta, Path lists) throws XMLStreamException, IOException {
        try (InputStream xml = new BufferedInputStream(Files.newInputStream(book));
                OutputStream metaOut = new BufferedOutputStream(Files.newOutputStream(meta));
                OutputStream listsOut = new BufferedOutputStream(Files.newOutputStream(lists))) {
            XMLStreamReader2 reader = (XMLStreamReader2) readers.createXMLStreamReader(xml);
            int parts = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                boolean start = event == XMLStreamConstants.START_ELEMENT;
                if (start && reader.getLocalName().equals(PART)) {
                    parts++;
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals(PART)) {
                    parts--;
                } else if (start && parts == 0 && reader.getLocalName().equals(META)) {
                    copyElement(reader, metaOut);
                } else if (start && parts == 0 && reader.getLocalName().equals(LIST)) {
                    copyElement(reader, listsOut);
                }
            }
        }
    }

    private void copyElement(XMLStreamReader2 reader, OutputStream out) throws XMLStreamException {
        XMLStreamWriter2 writer = (XMLStreamWriter2) writers.createXMLStreamWriter(out, "UTF-8");
        int depth = reader.getDepth();
        writer.copyEventFromReader(reader, true);
        while (reader.next() != XMLStreamConstants.END_ELEMENT || reader.getDepth() > depth) {
            copyEvent(reader, writer);
        }
        writer.copyEventFromReader(reader, true);
        writer.flush();
    }

    private static void copyEvent(XMLStreamReader2 reader, XMLStreamWriter2 writer) throws XMLStreamException {
        if (reader.getEventType() != XMLStreamConstants.COMMENT
                && reader.getEventType() != XMLStreamConstants.PROCESSING_INSTRUCTION) {
            writer.copyEventFromReader(reader, true);
        }
    }

    /** The chapters of one book. */
    private final class Chapters {
        private final String name;
        private final Path meta;
        private final Path lists;
        private final Unpacker.ArticleConsumer taker;
        private String language;
        private int found;

        Chapters(String name, Path meta, Path lists, Unpacker.ArticleConsumer taker) {
            this.name = name;
            this.meta = meta;
            this.lists = lists;
            this.taker = taker;
        }

        void element(XMLStreamReader2 reader) throws XMLStreamException, IOException {
            if (reader.getDepth() == 1) {
                language = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
            } else if (reader.getLocalName().equals(PART)) {
                part(reader);
            }
        }

        private void part(XMLStreamReader2 reader) throws XMLStreamException, IOException {
            Path copy = Files.createTempFile("citestream-chapter-", ".xml");
            try {
                boolean worth;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
                    worth = write(reader, out);
                }
                if (worth) {
                    found++;
                    try (InputStream chapter = Files.newInputStream(copy)) {
                        taker.take(name + "#" + found, chapter);
                    }
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        }

        /** Writes the part that the reader stands on, without those within it; whether it is worth reading. */
        private boolean write(XMLStreamReader2 reader, OutputStream out) throws XMLStreamException, IOException {
            XMLStreamWriter2 writer = (XMLStreamWriter2) writers.createXMLStreamWriter(out, "UTF-8");
            writer.writeStartElement(WRAPPER);
            if (language != null) {
                writer.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language);
            }
            append(meta, writer, out);
            int depth = reader.getDepth();
            boolean parts = false;
            boolean cites = false;
            boolean list = false;
            writer.copyEventFromReader(reader, true);
            while (reader.next() != XMLStreamConstants.END_ELEMENT || reader.getDepth() > depth) {
                boolean start = reader.getEventType() == XMLStreamConstants.START_ELEMENT;
                if (start && reader.getLocalName().equals(PART)) {
                    parts = true;
                    part(reader);
                } else {
                    list |= start && reader.getLocalName().equals(LIST);
                    cites |= start && reader.getLocalName().equals("xref");
                    copyEvent(reader, writer);
                }
            }
            writer.copyEventFromReader(reader, true);
            if (!list && Files.size(lists) > 0) {
                writer.writeStartElement(BACK);
                append(lists, writer, out);
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.close();
            return !parts || cites || list;
        }

        private void append(Path fragment, XMLStreamWriter2 writer, OutputStream out)
                throws XMLStreamException, IOException {
            // Ends the start tag, which is open until something follows.
            writer.writeRaw("\n");
            writer.flush();
            Files.copy(fragment, out);
        }
    }
}
