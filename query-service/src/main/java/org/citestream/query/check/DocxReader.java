package org.citestream.query.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the text of a DOCX: its reference list, by the field of a reference manager or else by the heading above it, and
 * the works that the citations of Zotero and Mendeley describe. For one document.
 */
final class DocxReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern LIST_HEADING = Pattern.compile(
            "(?iu)(?:[\\dIVX]{1,4}\\.?\\s+)?(?:(?:list\\s+of\\s+)?references?(?:\\s+(?:cited|list))?|bibliography|literature(?:\\s+cited)?"
                    + "|works\\s+cited|cited\\s+literature|literatur(?:verzeichnis)?|références(?:\\s+bibliographiques)?|bibliographie"
                    + "|referencias(?:\\s+bibliográficas)?|bibliografía|referências(?:\\s+bibliográficas)?|bibliografia)\\s*[:.]?");
    private static final Pattern BEHIND_LIST = Pattern.compile(
            "(?iu)(?:fig(?:ure|\\.)|table|appendix|supplement|supporting information|acknowledge?ment|author contribution|funding\\b)"
                    + ".*");
    private static final Pattern HEADING_STYLE =
            Pattern.compile("(?i)(?:heading|title|titre|berschrift|titolo|ttulo).*");
    private static final Pattern LIST_FIELD = Pattern.compile("CSL_BIBLIOGRAPHY|EN\\.REFLIST|^\\s*BIBLIOGRAPHY\\b");
    private static final Pattern LIST_CONTROL = Pattern.compile("^MENDELEY_BIBLIOGRAPHY");
    private static final String CITATION_FIELD = "CSL_CITATION";
    private static final String CITATION_CONTROL = "MENDELEY_CITATION_v3_";
    private static final int LONGEST_FIELD = 1_000_000;
    private static final int LONGEST_PARAGRAPH = 20_000;
    private static final int LEAST_WORDS = 3;

    /** A field that is open: its code until the separator, then its result. */
    private static final class OpenField {

        private final StringBuilder code = new StringBuilder();
        private boolean told;
        private boolean list;
    }

    /** A paragraph as it stands in the document. */
    private static final class Paragraph {

        private final StringBuilder text = new StringBuilder();
        private boolean heading;
        private boolean inList;
    }

    private final int most;
    private final Map<String, JsonNode> cited = new LinkedHashMap<>();
    private final List<String> listed = new ArrayList<>();
    private List<String> headed = new ArrayList<>();
    private final Deque<OpenField> fields = new ArrayDeque<>();
    private final Deque<Boolean> controls = new ArrayDeque<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private boolean behindHeading;
    private boolean inText;
    private boolean inCode;
    private int moved;

    /** @param most references */
    DocxReader(int most) {
        this.most = most;
    }

    /** @param mostUnpacked bytes that its parts may unpack to */
    ReferenceList read(byte[] body, long mostUnpacked) throws UnreadableListException {
        try (DocxFile file = DocxFile.open(body, mostUnpacked)) {
            for (String part : file.texts()) {
                behindHeading = false;
                file.each(part, this::event);
            }
        }
        return new CitedItems(ListFormat.DOCX, cited, listed.isEmpty() ? headed : listed).list();
    }

    private void event(XMLStreamReader at) throws UnreadableListException {
        switch (at.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> start(at);
            case XMLStreamConstants.END_ELEMENT -> end(at.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(at.getText());
            default -> {}
        }
    }

    private void start(XMLStreamReader at) throws UnreadableListException {
        switch (at.getLocalName()) {
            case "p" -> paragraphs.push(new Paragraph());
            case "pStyle" -> {
                if (!paragraphs.isEmpty()) {
                    paragraphs.peek().heading =
                            HEADING_STYLE.matcher(value(at, "val")).matches();
                }
            }
            case "t" -> inText = moved == 0;
            case "tab", "br", "cr" ->
                text(" ", paragraphs.isEmpty() ? null : paragraphs.peek().text, LONGEST_PARAGRAPH);
            case "noBreakHyphen" -> text("-", paragraphs.isEmpty() ? null : paragraphs.peek().text, LONGEST_PARAGRAPH);
            case "instrText" -> inCode = true;
            case "moveFrom", "del" -> moved++;
            case "fldChar" -> field(value(at, "fldCharType"));
            case "fldSimple" -> {
                OpenField whole = new OpenField();
                whole.code.append(value(at, "instr"));
                fields.push(whole);
                tell(whole);
            }
            case "sdt" -> controls.push(false);
            case "tag" -> {
                if (!controls.isEmpty()) {
                    control(value(at, "val"));
                }
            }
            default -> {}
        }
    }

    private void end(String element) throws UnreadableListException {
        switch (element) {
            case "t" -> inText = false;
            case "instrText" -> inCode = false;
            case "moveFrom", "del" -> moved--;
            case "fldSimple" -> fields.poll();
            case "sdt" -> controls.poll();
            case "p" -> paragraph(paragraphs.pop());
            default -> {}
        }
    }

    /** An attribute, in whatever namespace its vocabulary has. */
    private static String value(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    private void text(String text) throws UnreadableListException {
        if (inCode && !fields.isEmpty() && !fields.peek().told) {
            StringBuilder code = fields.peek().code;
            if (code.length() + text.length() > LONGEST_FIELD) {
                throw new UnreadableListException(
                        "a field of it has more than %d characters".formatted(LONGEST_FIELD), 0);
            }
            code.append(text);
        } else if (inText && !paragraphs.isEmpty()) {
            Paragraph paragraph = paragraphs.peek();
            text(text, paragraph.text, LONGEST_PARAGRAPH);
            paragraph.inList |= !text.isBlank() && isInList();
        }
    }

    private static void text(String text, StringBuilder to, int most) {
        if (to != null && to.length() + text.length() <= most) {
            to.append(text);
        }
    }

    private boolean isInList() {
        return controls.contains(true) || fields.stream().anyMatch(field -> field.list);
    }

    private void field(String mark) {
        switch (mark) {
            case "begin" -> fields.push(new OpenField());
            case "separate" -> {
                if (!fields.isEmpty()) {
                    tell(fields.peek());
                }
            }
            case "end" -> {
                OpenField ended = fields.poll();
                if (ended != null && !ended.told) {
                    tell(ended);
                }
            }
            default -> {}
        }
    }

    /** The code of a field is complete. */
    private void tell(OpenField field) {
        field.told = true;
        String code = field.code.toString();
        field.list = LIST_FIELD.matcher(code).find();
        if (code.contains(CITATION_FIELD) && code.indexOf('{') > 0) {
            cite(code.substring(code.indexOf('{')));
        }
    }

    /** What a content control is for; Mendeley Cite packs the citation into its tag. */
    private void control(String tag) {
        if (LIST_CONTROL.matcher(tag).find()) {
            controls.pop();
            controls.push(true);
        } else if (tag.startsWith(CITATION_CONTROL)) {
            try {
                cite(new String(
                        Base64.getDecoder().decode(tag.substring(CITATION_CONTROL.length())), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                // Another program's tag.
            }
        }
    }

    /** The works of a citation; one that is not JSON is another program's, or was edited by hand. */
    private void cite(String json) {
        JsonNode items;
        try {
            items = JSON.readTree(json).path("citationItems");
        } catch (JsonProcessingException otherwise) {
            return;
        }
        for (JsonNode item : items) {
            JsonNode described = item.path("itemData");
            if (described.isObject()) {
                JsonNode address = item.path("uris").path(0);
                cited.putIfAbsent(
                        address.isTextual()
                                ? address.asText()
                                : described.path("id").asText(),
                        described);
            }
        }
    }

    private void paragraph(Paragraph paragraph) throws UnreadableListException {
        String text = paragraph.text.toString().replaceAll("\\s+", " ").strip();
        if (paragraph.inList) {
            entry(text, listed);
        } else if (LIST_HEADING.matcher(text).matches()) {
            behindHeading = true;
            headed = new ArrayList<>();
        } else if (behindHeading && !text.isEmpty()) {
            if (paragraph.heading || BEHIND_LIST.matcher(text).matches()) {
                behindHeading = false;
            } else {
                entry(text, headed);
            }
        }
    }

    private void entry(String text, List<String> entries) throws UnreadableListException {
        boolean heading = LIST_HEADING.matcher(text).matches();
        if (!heading
                && (ComparedText.words(text).size() >= LEAST_WORDS
                        || !WrittenReference.ids(text).isEmpty())) {
            entries.add(text);
        }
        if (entries.size() > most) {
            throw UnreadableListException.tooLong(entries.size(), most);
        }
    }
}
