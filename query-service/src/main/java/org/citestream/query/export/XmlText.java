package org.citestream.query.export;

/** Text for XML documents. Stateless. */
public final class XmlText {

    private XmlText() {}

    /** The text with characters that XML does not allow replaced. */
    public static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
