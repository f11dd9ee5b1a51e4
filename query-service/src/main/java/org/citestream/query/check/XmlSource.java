package org.citestream.query.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** How XML of others is opened: without its document type and without entities. Stateless. */
final class XmlSource {

    private XmlSource() {}

    /** Refuses what declares entities. */
    static void check(byte[] body) throws UnreadableListException {
        if (new String(body, StandardCharsets.ISO_8859_1).contains("<!ENTITY")) {
            throw new UnreadableListException("it declares entities, which are not read; take them out", 0);
        }
    }

    /** Readers of XML that follow no document type and no entity. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** What is wrong, and in which line. */
    static UnreadableListException unreadable(XMLStreamException e) {
        return new UnreadableListException(
                "it is not well-formed XML: " + lastLine(e.getMessage()),
                e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber()));
    }

    /** What a parser says is wrong. */
    static String lastLine(String message) {
        List<String> lines = message == null ? List.of() : message.lines().toList();
        return lines.isEmpty()
                ? "it ends too early"
                : lines.get(lines.size() - 1).replaceFirst("^Message: ", "");
    }
}
