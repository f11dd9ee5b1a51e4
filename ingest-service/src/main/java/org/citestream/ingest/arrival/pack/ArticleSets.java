package org.citestream.ingest.arrival.pack;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * Takes sets of articles apart: Europe PMC's {@code <articles>} and NCBI's {@code <pmc-articleset>}, streaming, one
 * article in memory at a time. Any other XML is one article and is passed on untouched. Thread-safe.
 */
final class ArticleSets {
    private static final int HEAD = 32 * 1024;
    private static final Set<String> SETS = Set.of("articles", "pmc-articleset");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.-]*)");

    private final WstxInputFactory readers = new WstxInputFactory();
    private final WstxOutputFactory writers = new WstxOutputFactory();

    ArticleSets() {
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // References to named characters are handed on as they stand; whoever reads the article resolves them.
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    void each(String name, BufferedInputStream xml, Unpacker.Taker taker) throws IOException {
        if (SETS.contains(rootOf(xml))) {
            try {
                split(name, xml, taker);
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

    private static String rootOf(BufferedInputStream xml) throws IOException {
        xml.mark(HEAD);
        String head = new String(xml.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        xml.reset();
        Matcher root = ROOT.matcher(COMMENT.matcher(head).replaceAll(""));
        return root.find() ? root.group(1) : "";
    }

    private void split(String name, InputStream xml, Unpacker.Taker taker) throws XMLStreamException, IOException {
        XMLStreamReader2 reader = (XMLStreamReader2) readers.createXMLStreamReader(xml);
        int found = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getDepth() == 2
                    && reader.getLocalName().equals("article")) {
                found++;
                byte[] article = copy(reader);
                taker.take(name + "#" + found, new ByteArrayInputStream(article));
            }
        }
    }

    private byte[] copy(XMLStreamReader2 reader) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream(HEAD);
        XMLStreamWriter2 writer = (XMLStreamWriter2) writers.createXMLStreamWriter(bytes, "UTF-8");
        int depth = reader.getDepth();
        writer.copyEventFromReader(reader, true);
        while (reader.next() != XMLStreamConstants.END_ELEMENT || reader.getDepth() > depth) {
            writer.copyEventFromReader(reader, true);
        }
        writer.copyEventFromReader(reader, true);
        writer.close();
        return bytes.toByteArray();
    }

    private static String firstLine(XMLStreamException malformed) {
        return malformed.getMessage().lines().findFirst().orElse("");
    }
}
