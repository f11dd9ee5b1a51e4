package org.citestream.ingest.arrival.pack;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.LimitSettings;
import org.citestream.ingest.parse.Envelope;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * Takes sets of articles apart ({@link Envelope}), streaming, one article on the disk at a time, whatever its size; books
 * and collections of BioC are taken apart by {@link BookChapters} and {@link BiocCollections}. Anything else is one article
 * and is passed on untouched. Thread-safe.
 */
final class ArticleSets {
    private static final int HEAD = 32 * 1024;
    /** What the manuscript exchange standard (MECA, NISO RP-30) lays beside the article in its zip. */
    private static final Set<String> BESIDE_ARTICLES = Set.of("manifest", "transfer", "directives", "review-group");

    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.-]*)");

    private final WstxInputFactory readers = new WstxInputFactory();
    private final WstxOutputFactory writers = new WstxOutputFactory();

    private final BookChapters books;
    private final BiocCollections bioc;
    private final long mostBytes;

    ArticleSets(LimitSettings limits) {
        this.mostBytes = limits.articleBytes().asLongValue();
        this.books = new BookChapters(readers, writers, mostBytes);
        this.bioc = new BiocCollections(mostBytes);
        readers.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth() + 1);
        readers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        readers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeLength());
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // References to named characters are handed on as they stand; whoever reads the article resolves them.
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Namespaces that the envelope declares are declared again on each article.
        writers.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
    }

    /** The articles of one entry of an archive; none where it only says what else lies in there. */
    void eachOfEntry(String name, BufferedInputStream xml, Unpacker.ArticleConsumer taker) throws IOException {
        String head = headOf(xml);
        boolean other = BiocCollections.isJson(head)
                ? !BiocCollections.holdsDocuments(head)
                : BESIDE_ARTICLES.contains(rootOf(head));
        if (!other) {
            each(name, xml, taker);
        }
    }

    void each(String name, BufferedInputStream xml, Unpacker.ArticleConsumer taker) throws IOException {
        String head = headOf(xml);
        if (BiocCollections.isJson(head)) {
            bioc.split(name, xml, taker);
        } else if (Envelope.isRoot(rootOf(head))) {
            try {
                if (Envelope.isBook(rootOf(head))) {
                    books.split(name, xml, taker);
                } else {
                    split(name, xml, taker);
                }
            } catch (XMLStreamException malformed) {
                if (malformed.getNestedException() instanceof IOException broken) {
                    throw broken;
                }
                throw new PackRefusedException(
                        name + " is not well-formed from here on: " + firstLine(malformed), malformed);
            }
        } else {
            taker.take(name, xml);
        }
    }

    private static String headOf(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        String head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        bytes.reset();
        return head;
    }

    private static String rootOf(String head) {
        Matcher root = ROOT.matcher(withoutComments(head));
        return root.find() ? root.group(1) : "";
    }

    /** In one pass: a regular expression would search to the end again for each comment that is never closed. */
    private static String withoutComments(String head) {
        StringBuilder rest = new StringBuilder(head.length());
        int from = 0;
        for (int start = head.indexOf("<!--"); start >= 0; start = head.indexOf("<!--", from)) {
            rest.append(head, from, start);
            int end = head.indexOf("-->", start + 4);
            if (end < 0) {
                return rest.toString();
            }
            from = end + 3;
        }
        return rest.append(head, from, head.length()).toString();
    }

    private void split(String name, InputStream xml, Unpacker.ArticleConsumer taker)
            throws XMLStreamException, IOException {
        var metered = new ArticleLimitedInput(xml, mostBytes);
        XMLStreamReader2 reader = (XMLStreamReader2) readers.createXMLStreamReader(metered);
        int found = 0;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (Envelope.isArticle(reader.getLocalName())) {
                found++;
                metered.begin();
                handOn(name + "#" + found, reader, taker);
                metered.begin();
            } else if (Envelope.isError(reader.getLocalName())) {
                throw new PackRefusedException(name + " holds an error: " + reader.getElementText(), null);
            }
        }
        if (found == 0) {
            throw new PackRefusedException(name + " holds no article", null);
        }
    }

    private void handOn(String name, XMLStreamReader2 reader, Unpacker.ArticleConsumer taker)
            throws XMLStreamException, IOException {
        Path copy = Files.createTempFile("citestream-set-", ".xml");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
                copy(reader, out);
            }
            try (InputStream article = Files.newInputStream(copy)) {
                taker.take(name, article);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Comments are left out: they would be held in memory whole for nothing. */
    private void copy(XMLStreamReader2 reader, OutputStream out) throws XMLStreamException {
        XMLStreamWriter2 writer = (XMLStreamWriter2) writers.createXMLStreamWriter(out, "UTF-8");
        int depth = reader.getDepth();
        writer.copyEventFromReader(reader, true);
        while (reader.next() != XMLStreamConstants.END_ELEMENT || reader.getDepth() > depth) {
            if (reader.getEventType() != XMLStreamConstants.COMMENT
                    && reader.getEventType() != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                writer.copyEventFromReader(reader, true);
            }
        }
        writer.copyEventFromReader(reader, true);
        writer.close();
    }

    private static String firstLine(XMLStreamException malformed) {
        return malformed.getMessage().lines().findFirst().orElse("");
    }
}
