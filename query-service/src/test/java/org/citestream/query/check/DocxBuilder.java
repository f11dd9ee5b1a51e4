package org.citestream.query.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A DOCX as Word writes it, with fields as reference managers write them. */
final class DocxBuilder {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private DocxBuilder() {
        part("[Content_Types].xml", "<Types/>");
        part("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                Target="word/document.xml"/></Relationships>""");
    }

    static DocxBuilder docx() {
        return new DocxBuilder();
    }

    /** Another part, or one instead of the usual. */
    DocxBuilder part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    DocxBuilder part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** A paragraph of runs. */
    DocxBuilder paragraph(String... runs) {
        body.append("<w:p>").append(String.join("", runs)).append("</w:p>");
        return this;
    }

    DocxBuilder heading(String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>")
                .append(run(text))
                .append("</w:p>");
        return this;
    }

    /** A content control with paragraphs. */
    DocxBuilder control(String tag, String... paragraphs) {
        body.append("<w:sdt><w:sdtPr><w:tag w:val=\"").append(tag).append("\"/></w:sdtPr><w:sdtContent>");
        for (String paragraph : paragraphs) {
            paragraph(run(paragraph));
        }
        body.append("</w:sdtContent></w:sdt>");
        return this;
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    /** The begin of a field with its code, split over two runs as Word does. */
    static String begin(String code) {
        int half = code.length() / 2;
        return mark("begin")
                + "<w:r><w:instrText>" + escaped(code.substring(0, half)) + "</w:instrText></w:r>"
                + "<w:r><w:instrText>" + escaped(code.substring(half)) + "</w:instrText></w:r>" + mark("separate");
    }

    static String end() {
        return mark("end");
    }

    /** A citation of Zotero: one item with an address and its description in CSL. */
    static String citation(String address, String item, String shown) {
        return begin(" ADDIN ZOTERO_ITEM CSL_CITATION {\"citationID\":\"x\",\"citationItems\":[{\"id\":1,\"uris\":[\""
                        + address + "\"],\"itemData\":" + item + "}]}")
                + run(shown)
                + end();
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    byte[] build() {
        parts.putIfAbsent(
                "word/document.xml",
                ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                                + "</w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
