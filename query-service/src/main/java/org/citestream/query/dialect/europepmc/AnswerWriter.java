package org.citestream.query.dialect.europepmc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.citestream.query.export.XmlText;

/**
 * Writes answers as JSON, XML, or JSONP for pages of other origins.
 *
 * @param callback the function's name, or null
 */
record AnswerWriter(boolean xml, String callback) {

    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*){0,9}");
    private static final int LONGEST_FUNCTION = 100;

    /** By {@code format} and {@code callback}, else by the first accepted media type. */
    static AnswerWriter of(UriInfo address, HttpHeaders headers) {
        String format = address.getQueryParameters().getFirst("format");
        String callback = address.getQueryParameters().getFirst("callback");
        if (callback != null
                && (callback.length() > LONGEST_FUNCTION
                        || !FUNCTION.matcher(callback).matches())) {
            throw refused("callback: '%s' is not the name of a function".formatted(callback));
        }
        if (format == null) {
            MediaType first = headers.getAcceptableMediaTypes().get(0);
            return new AnswerWriter(first.getSubtype().equals("xml") && callback == null, callback);
        }
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> new AnswerWriter(false, callback);
            case "xml" -> new AnswerWriter(true, null);
            default -> throw refused("format: '%s' is not known; use json or xml".formatted(format));
        };
    }

    /** Status 400 in Europe PMC's format. */
    static WebApplicationException refused(String why) {
        return new WebApplicationException(Response.status(400)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("errCode", 400, "errMsg", why))
                .build());
    }

    Response answer(ObjectNode body) {
        if (xml) {
            return Response.ok(written(body), MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8"))
                    .build();
        }
        if (callback != null) {
            // The comment keeps the answer from starting with text that the caller chose.
            return Response.ok("/**/" + callback + "(" + body + ");", "application/javascript;charset=UTF-8")
                    .build();
        }
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static String written(ObjectNode body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, "responseWrapper", body);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written to", impossible);
        }
        return text.toString();
    }

    /** A list is written as a repeated element. */
    private static void write(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
        if (value.isArray()) {
            for (JsonNode one : value) {
                write(xml, name, one);
            }
            return;
        }
        xml.writeStartElement(name);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                write(xml, field.getKey(), field.getValue());
            }
        } else {
            xml.writeCharacters(XmlText.allowed(value.asText()));
        }
        xml.writeEndElement();
    }
}
