package org.citestream.query.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Zotero's RDF: each resource below the root that has a kind of item and is no note or attachment. The DOI of an article
 * stands in the journal that the article is part of, within it or as a resource of its own. For one document.
 */
final class ZoteroReader {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Pattern ID = Pattern.compile("(?i)^(DOI|PMID|PMCID|arXiv):?\\s+(\\S+)$");
    private static final Pattern EXTRA = Pattern.compile("(?im)\\b(PMID|PMCID|DOI|arXiv):\\s*(\\S+)");
    private static final List<String> NO_WORKS = List.of("attachment", "note");
    private static final int ITEM = 2;
    private static final int FIELD = 3;

    /** An item while it is read: its fields, what it is part of, and its ids. */
    private static final class Item {
        private final ReferenceDraft draft;
        private String kind;
        private String partOf;
        private final List<String> ids = new ArrayList<>();

        Item(String label) {
            draft = new ReferenceDraft(label);
        }
    }

    private final Deque<String> open = new ArrayDeque<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<String>> resources = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Item item;
    private String about;

    List<GivenReference> read(byte[] body) throws UnreadableListException {
        XmlSource.check(body);
        try {
            XMLStreamReader at = XmlSource.factory().createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                while (at.hasNext()) {
                    event(at);
                }
            } finally {
                at.close();
            }
        } catch (XMLStreamException e) {
            throw XmlSource.unreadable(e);
        }
        return items.stream()
                .filter(one -> one.kind != null && !NO_WORKS.contains(one.kind))
                .map(this::reference)
                .toList();
    }

    private GivenReference reference(Item one) {
        List<String> ids = one.ids;
        List<String> shared = resources.getOrDefault(one.partOf == null ? "" : one.partOf, List.of());
        // Articles of one journal may share its resource; then nothing says whose id it is.
        if (ids.isEmpty() && shared.size() == 1) {
            ids = shared;
        }
        for (String id : ids) {
            Matcher parts = ID.matcher(id);
            if (parts.matches()) {
                one.draft.id(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2));
            }
        }
        return one.draft.read();
    }

    private void event(XMLStreamReader at) throws XMLStreamException {
        switch (at.next()) {
            case XMLStreamConstants.START_ELEMENT -> start(at);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(at.getText());
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {}
        }
    }

    private void start(XMLStreamReader at) {
        open.push(at.getLocalName());
        text.setLength(0);
        if (open.size() == ITEM) {
            about = at.getAttributeValue(RDF, "about");
            item = new Item(about);
        } else if (open.size() == FIELD && at.getLocalName().equals("isPartOf")) {
            item.partOf = at.getAttributeValue(RDF, "resource");
        }
    }

    private void end() {
        String element = open.peek();
        String value = text.toString().strip();
        if (item != null && open.size() >= FIELD && !value.isEmpty()) {
            field(element, value, open.size() == FIELD);
        }
        if (open.size() == ITEM) {
            items.add(item);
            if (about != null) {
                resources.put(
                        about,
                        item.ids.stream().filter(id -> id.startsWith("DOI")).toList());
            }
            item = null;
        }
        open.pop();
        text.setLength(0);
    }

    private void field(String element, String value, boolean own) {
        switch (element) {
            case "identifier" -> {
                if (ID.matcher(value).matches()) {
                    item.ids.add(value);
                }
            }
            case "description" -> {
                Matcher extra = EXTRA.matcher(value);
                while (own && extra.find()) {
                    item.ids.add(extra.group(1) + " " + extra.group(2));
                }
            }
            case "surname" -> {
                if (open.contains("authors")) {
                    item.draft.author(value);
                }
            }
            case "itemType" -> item.kind = own ? value : item.kind;
            case "title" -> item.draft.title(own ? value : null);
            case "date" -> item.draft.year(own ? value : null);
            case "pages" -> item.draft.pages(own ? value : null);
            case "volume" -> item.draft.volume(value);
            default -> {}
        }
    }
}
