package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.RegisteredIds;

/** Reads {@code contrib-group} and the affiliations beside it, which may come before or after. */
final class JatsContributors {
    private final XmlCursor xml;
    private final Map<String, String> affiliations = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    JatsContributors(XmlCursor xml) {
        this.xml = xml;
    }

    /** An author whose affiliations are still ids. */
    private static final class Draft {
        private String family;
        private String given;
        private String group;
        private String orcid;
        private final List<String> affiliationIds = new ArrayList<>();
        private final List<String> affiliations = new ArrayList<>();
    }

    /** Reads the element that the cursor stands on. */
    void read(String name) throws XMLStreamException {
        switch (name) {
            case "contrib-group", "aff-alternatives" -> xml.eachChild(this::read);
            case "contrib" -> contributor();
            case "aff" -> affiliation();
            default -> {
                // Notes.
            }
        }
    }

    private void contributor() throws XMLStreamException {
        String type = xml.attribute("contrib-type", "author");
        Draft draft = new Draft();
        xml.eachChild(name -> part(name, draft));
        boolean named = draft.family != null || draft.group != null;
        if (named && (type.contains("author") || type.isBlank())) {
            drafts.add(draft);
        }
    }

    private void part(String name, Draft draft) throws XMLStreamException {
        switch (name) {
            case "name", "string-name" -> person(draft);
            case "name-alternatives", "collab-alternatives", "author-comment" ->
                xml.eachChild(inner -> part(inner, draft));
            case "collab", "on-behalf-of" -> {
                RunningText words = new RunningText(10_000);
                // Members of the group are listed inside.
                xml.eachNode(words, inner -> {
                    if (inner.equals("institution") || inner.equals("named-content")) {
                        String said = xml.text();
                        words.append(said == null ? "" : said);
                    }
                });
                draft.group = words.isEmpty() ? draft.group : words.plain();
            }
            case "contrib-id" -> orcid(draft, xml.text());
            case "uri", "ext-link" -> orcid(draft, xml.attribute("href"));
            case "aff" -> draft.affiliations.addAll(affiliation());
            case "xref" -> {
                String rid = xml.attribute("rid");
                if (rid != null && "aff".equals(xml.attribute("ref-type"))) {
                    draft.affiliationIds.addAll(List.of(rid.strip().split("\\s+", -1)));
                }
            }
            default -> {
                // Degrees, roles.
            }
        }
    }

    private static void orcid(Draft draft, String text) {
        if (draft.orcid == null) {
            draft.orcid = RegisteredIds.orcid(text).orElse(null);
        }
    }

    private void person(Draft draft) throws XMLStreamException {
        if (draft.family != null) {
            return;
        }
        RunningText printed = new RunningText(10_000);
        xml.eachNode(printed, name -> {
            String words = xml.text();
            if (name.equals("surname")) {
                draft.family = words;
            } else if (name.equals("given-names")) {
                draft.given = words;
            }
        });
        if (draft.family == null && draft.given != null) {
            draft.family = draft.given;
            draft.given = null;
        } else if (draft.family == null && !printed.isEmpty()) {
            Author author = PrintedName.read(printed.plain());
            draft.family = author.family();
            draft.given = author.given();
        }
    }

    private List<String> affiliation() throws XMLStreamException {
        String id = xml.attribute("id");
        RunningText words = new RunningText(100_000);
        affiliationText(words);
        if (words.isEmpty()) {
            return List.of();
        }
        String text = words.plain();
        if (id != null) {
            affiliations.put(id, text);
        }
        return List.of(text);
    }

    private void affiliationText(RunningText words) throws XMLStreamException {
        xml.eachNode(words, name -> {
            switch (name) {
                case "label", "sup", "institution-id", "email", "ext-link", "fn" -> {
                    // Signs and addresses.
                }
                default -> {
                    words.space();
                    affiliationText(words);
                }
            }
        });
    }

    List<Author> authors() {
        List<Author> authors = new ArrayList<>();
        for (Draft draft : drafts) {
            List<String> places = new ArrayList<>(draft.affiliations);
            draft.affiliationIds.stream()
                    .map(affiliations::get)
                    .filter(place -> place != null)
                    .forEach(places::add);
            boolean group = draft.family == null;
            authors.add(new Author(group ? draft.group : draft.family, draft.given, draft.orcid, places, group));
        }
        return authors;
    }
}
