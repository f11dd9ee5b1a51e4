package org.citestream.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Makes bounded XML readers that open nothing but the stream they are given. Thread-safe. */
final class XmlReaders {
    private final WstxInputFactory factory = new WstxInputFactory();

    XmlReaders(Limits limits) {
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The internal subset is read for its entities; whatever lies outside the file is taken as empty.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_DTD_OVERRIDE, null);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, nothing());
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, nothing());
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, named());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeLength());
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, limits.entityExpansions());
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, limits.depth());
    }

    XMLStreamReader2 open(InputStream source) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(source);
    }

    private static XMLResolver nothing() {
        return (publicId, systemId, base, name) -> InputStream.nullInputStream();
    }

    private static XMLResolver named() {
        return (publicId, systemId, base, name) -> {
            String characters = NamedCharacters.of(name);
            return characters == null ? null : new ByteArrayInputStream(characters.getBytes(StandardCharsets.UTF_8));
        };
    }
}
