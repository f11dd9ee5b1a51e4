package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/** Reads {@code contrib-group} and the affiliations beside it, which may come before or after. */
final class JatsContributors {
    /** Types of contributors that are authors without the word. */
    private static final Set<String> AUTHORS = Set.of(
            "", "group", "collab", "collaboration", "collaborator", "consortium", "contributor", "creator", "person");

    private static final Set<String> IN_GROUP = Set.of(
            "contrib-group",
            "contrib",
            "contrib-id",
            "institution-id",
            "xref",
            "fn",
            "aff",
            "address",
            "email",
            "ext-link",
            "uri",
            "role",
            "label",
            "etal",
            "author-comment");

    private final XmlCursor xml;
    private final AuthorDrafts authors = new AuthorDrafts();

    JatsContributors(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor stands on. */
    void read(String name) throws XMLStreamException {
        switch (name) {
            case "contrib-group", "aff-alternatives" -> xml.eachChild(this::read);
            case "contrib" -> contributor();
            case "collab", "collab-wrap", "name", "string-name", "name-alternatives", "collab-alternatives" ->
                bare(name);
            case "aff" -> affiliation();
            default -> {
                // Notes.
            }
        }
    }

    private void contributor() throws XMLStreamException {
        String type = xml.attribute("contrib-type", "author").strip().toLowerCase(Locale.ROOT);
        AuthorDraft draft = new AuthorDraft();
        xml.eachChild(name -> part(name, draft));
        boolean named = draft.family != null || draft.group != null;
        boolean author = type.contains("author") ? !type.contains("non-byline") : AUTHORS.contains(type);
        if (named && author) {
            authors.add(draft);
        }
    }

    /** A group or person that stands in the list without an element of its own around it. */
    private void bare(String name) throws XMLStreamException {
        AuthorDraft draft = new AuthorDraft();
        part(name, draft);
        if (draft.family != null || draft.group != null) {
            authors.add(draft);
        }
    }

    private void part(String name, AuthorDraft draft) throws XMLStreamException {
        switch (name) {
            case "name", "string-name" -> person(draft);
            case "name-alternatives" -> alternatives(draft);
            case "collab-alternatives",
                    "collab-wrap",
                    "collab-wrap-alternatives",
                    "collab-name-alternatives",
                    "author-comment" -> xml.eachChild(inner -> part(inner, draft));
            case "collab", "collab-name", "on-behalf-of" -> group(draft);
            case "contrib-id" -> draft.orcid(xml.text());
            case "uri", "ext-link" -> draft.orcid(xml.attribute("href"));
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

    /** One person in several scripts: the name in Latin letters, by which others cite, else the first. */
    private void alternatives(AuthorDraft draft) throws XMLStreamException {
        List<AuthorDraft> same = new ArrayList<>();
        xml.eachChild(name -> {
            AuthorDraft one = new AuthorDraft();
            part(name, one);
            if (one.family != null) {
                same.add(one);
            }
        });
        same.stream()
                .filter(one -> PrintedName.isLatin(one.family))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .filter(one -> draft.family == null)
                .ifPresent(one -> {
                    draft.family = one.family;
                    draft.given = one.given;
                });
    }

    private void group(AuthorDraft draft) throws XMLStreamException {
        // The group's name, however it is styled; its members and places are listed inside.
        String name = xml.textWithout(IN_GROUP);
        boolean better = draft.group == null || !PrintedName.isLatin(draft.group);
        draft.group = name == null || !better ? draft.group : name;
    }

    private void person(AuthorDraft draft) throws XMLStreamException {
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
        authors.place(id, text);
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
        return authors.build();
    }
}
