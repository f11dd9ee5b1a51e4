package org.citestream.ingest.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Whole documents in memory, and walks over them. */
final class XmlTrees {
    private XmlTrees() {}

    static Document parse(InputStream content) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(content);
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("every Java platform can do this", missing);
        }
    }

    /** Elements of this local name below {@code top}, in document order, not looking into {@code closed} ones. */
    static List<Element> below(Node top, String name, Set<String> closed) {
        List<Element> found = new ArrayList<>();
        collect(top, name, closed, found);
        return found;
    }

    private static void collect(Node at, String name, Set<String> closed, List<Element> found) {
        for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && !closed.contains(element.getLocalName())) {
                if (element.getLocalName().equals(name)) {
                    found.add(element);
                }
                collect(element, name, closed, found);
            }
        }
    }

    /** The nearest ancestor whose local name is one of these, or null. */
    static Element ancestor(Node of, Set<String> names) {
        for (Node at = of.getParentNode(); at != null; at = at.getParentNode()) {
            if (at instanceof Element element && names.contains(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    /** The text between the end of one element and the start of a later one. */
    static String between(Element left, Element right, int most) {
        StringBuilder text = new StringBuilder();
        Node at = afterSubtree(left);
        while (at != null && at != right && text.length() <= most) {
            if (at.getNodeType() == Node.TEXT_NODE || at.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(at.getNodeValue());
            }
            at = at.getFirstChild() != null ? at.getFirstChild() : afterSubtree(at);
        }
        return at == right ? text.toString() : null;
    }

    private static Node afterSubtree(Node of) {
        for (Node at = of; at != null; at = at.getParentNode()) {
            if (at.getNextSibling() != null) {
                return at.getNextSibling();
            }
        }
        return null;
    }

    /** The attribute of this local name in any namespace; empty when absent. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }
}
