package org.citestream.query.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import de.undercouch.citeproc.ris.RISConverter;
import de.undercouch.citeproc.ris.RISLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** References of the formats that citeproc-java turns into CSL-JSON: BibTeX, RIS, and CSL-JSON itself. Stateless. */
final class CslReferences {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

    private CslReferences() {}

    /** @param most entries; more are not looked into */
    static List<GivenReference> ofBibTeX(String text, int most) throws UnreadableListException {
        BibTeXBounds.check(text);
        BibTeXConverter converter = new BibTeXConverter();
        try {
            BibTeXDatabase database =
                    converter.loadDatabase(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            BibTeXBounds.check(database, most);
            return ofItems(database.getEntries().values().stream()
                    .map(converter::toItemData)
                    .toList());
        } catch (ParseException | TokenMgrException e) {
            throw new UnreadableListException(firstLine(e), lineIn(e.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new UnreadableListException("an entry cannot be understood: " + firstLine(e), 0);
        }
    }

    static List<GivenReference> ofRis(String text) throws UnreadableListException {
        RISConverter converter = new RISConverter();
        try {
            RISLibrary library = converter.loadLibrary(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return ofItems(
                    library.getReferences().stream().map(converter::toItemData).toList());
        } catch (IOException | ParseException e) {
            throw new UnreadableListException(firstLine(e), 0);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new UnreadableListException("an entry cannot be understood: " + firstLine(e), 0);
        }
    }

    /** An array of items, one item, or {@code {"items": […]}}. */
    static List<GivenReference> ofJson(String text) throws UnreadableListException {
        JsonNode whole;
        try {
            whole = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableListException(
                    e.getOriginalMessage(),
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
        JsonNode items = whole.has("items") ? whole.path("items") : whole;
        List<GivenReference> references = new ArrayList<>();
        for (JsonNode item : items.isArray() ? items : JSON.createArrayNode().add(items)) {
            if (!item.isObject()) {
                throw new UnreadableListException("item %d is no object".formatted(references.size() + 1), 0);
            }
            references.add(reference(item));
        }
        return references;
    }

    private static List<GivenReference> ofItems(Collection<CSLItemData> items) throws UnreadableListException {
        List<GivenReference> references = new ArrayList<>();
        for (CSLItemData item : items) {
            try {
                references.add(reference(
                        JSON.readTree((String) item.toJson(new StringJsonBuilderFactory().createJsonBuilder()))));
            } catch (JsonProcessingException e) {
                throw new UnreadableListException("an entry cannot be understood: " + e.getOriginalMessage(), 0);
            }
        }
        return references;
    }

    /** The reference that an item describes. */
    static GivenReference reference(JsonNode item) {
        ReferenceDraft draft = new ReferenceDraft(text(item, "id"))
                .title(text(item, "title"))
                .id("doi", text(item, "DOI"))
                .id("pmid", text(item, "PMID"))
                .id("pmcid", text(item, "PMCID"))
                .volume(text(item, "volume"))
                .pages(text(item, "page"));
        if (draft.hasNoId()) {
            draft.id("doi", text(item, "URL"));
        }
        for (JsonNode name : item.path("author")) {
            String family = text(name, "family");
            String particle = text(name, "non-dropping-particle");
            draft.author(
                    family == null
                            ? Stream.of("literal", "given")
                                    .map(part -> text(name, part))
                                    .filter(part -> part != null)
                                    .findFirst()
                                    .orElse(null)
                            : particle == null ? family : particle + " " + family);
        }
        JsonNode issued = item.path("issued");
        JsonNode first = issued.at("/date-parts/0/0");
        return draft.year(first.isValueNode() ? first.asText() : null)
                .year(text(issued, "raw"))
                .year(text(issued, "literal"))
                .read();
    }

    /** The text of a member, or null. */
    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private static int lineIn(String message) {
        Matcher found = LINE.matcher(message == null ? "" : message);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
