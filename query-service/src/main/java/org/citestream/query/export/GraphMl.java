package org.citestream.query.export;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.WorkMap;

/** A map of works as GraphML (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX read. Stateless. */
public final class GraphMl {

    /** The media type that tools register for it. */
    public static final String MEDIA_TYPE = "application/graphml+xml";

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String TEXT = "string";
    private static final String NUMBER = "long";

    private static final Map<String, String> OF_NODES = columns(
            "title",
            TEXT,
            "authors",
            TEXT,
            "journal",
            TEXT,
            "year",
            NUMBER,
            "doi",
            TEXT,
            "role",
            TEXT,
            "citingWorks",
            NUMBER);

    private static final Map<String, String> OF_EDGES =
            columns("statements", NUMBER, "supporting", NUMBER, "contrasting", NUMBER);

    private GraphMl() {}

    private static Map<String, String> columns(String... namesAndTypes) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return columns;
    }

    /** The whole document. Edges point from the citing work to the cited one. */
    public static String of(WorkMap map) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            keys(xml, "node", OF_NODES);
            keys(xml, "edge", OF_EDGES);
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "citations");
            xml.writeAttribute("edgedefault", "directed");
            for (WorkMap.Node node : map.nodes()) {
                write(xml, node);
            }
            for (WorkMap.Edge edge : map.edges()) {
                write(xml, edge);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written to", impossible);
        }
        return text.toString();
    }

    private static void keys(XMLStreamWriter xml, String of, Map<String, String> columns) throws XMLStreamException {
        for (Map.Entry<String, String> column : columns.entrySet()) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", column.getKey());
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", column.getKey());
            xml.writeAttribute("attr.type", column.getValue());
        }
    }

    private static void write(XMLStreamWriter xml, WorkMap.Node node) throws XMLStreamException {
        ShownPublication work = node.work();
        xml.writeStartElement("node");
        xml.writeAttribute("id", XmlText.allowed(work.id()));
        data(xml, "title", work.name());
        data(
                xml,
                "authors",
                work.authors().isEmpty()
                        ? null
                        : work.authors().stream().map(ShownAuthor::name).collect(Collectors.joining("; ")));
        data(xml, "journal", work.journal());
        data(xml, "year", work.year());
        data(xml, "doi", work.doi());
        data(xml, "role", node.role().wireName());
        data(xml, "citingWorks", node.citingWorks());
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, WorkMap.Edge edge) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("source", XmlText.allowed(edge.from()));
        xml.writeAttribute("target", XmlText.allowed(edge.to()));
        data(xml, "statements", edge.statements());
        data(xml, "supporting", edge.supporting());
        data(xml, "contrasting", edge.contrasting());
        xml.writeEndElement();
    }

    private static void data(XMLStreamWriter xml, String key, Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(XmlText.allowed(value.toString()));
            xml.writeEndElement();
        }
    }
}
