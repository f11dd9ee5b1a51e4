package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Institution;
import org.citestream.ingest.article.RegisteredIds;

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

    private static final Set<String> DEPARTMENTS = Set.of("dept", "department", "division");

    private final XmlCursor xml;
    private final AuthorDrafts authors = new AuthorDrafts();
    private String groupType = "";

    JatsContributors(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor stands on. */
    void read(String name) throws XMLStreamException {
        switch (name) {
            case "contrib-group" -> group();
            case "aff-alternatives" -> xml.eachChild(this::read);
            case "contrib" -> contributor();
            case "collab",
                    "collab-wrap",
                    "collab-wrap-alternatives",
                    "collab-alternatives",
                    "collab-name",
                    "collab-name-alternatives",
                    "on-behalf-of",
                    "name",
                    "string-name",
                    "name-alternatives" -> bare(name);
            case "aff" -> affiliation(new ArrayList<>());
            default -> {
                // Notes.
            }
        }
    }

    /** What a group is said to be holds for those of its contributors of whom nothing is said. */
    private void group() throws XMLStreamException {
        String outer = groupType;
        groupType = xml.attribute("content-type", "").strip().toLowerCase(Locale.ROOT);
        xml.eachChild(this::read);
        groupType = outer;
    }

    private void contributor() throws XMLStreamException {
        String type = xml.attribute("contrib-type", "").strip().toLowerCase(Locale.ROOT);
        AuthorDraft draft = new AuthorDraft();
        String[] role = new String[1];
        xml.eachChild(name -> {
            if (name.equals("role")) {
                role[0] = or(role[0], xml.text());
            } else {
                part(name, draft);
            }
        });
        boolean named = draft.family != null || draft.group != null;
        boolean author = type.contains("author") ? !type.contains("non-byline") : AUTHORS.contains(type);
        boolean other = type.isEmpty() && (isEditor(groupType) || (role[0] != null && isEditor(role[0])));
        if (named && author && !other) {
            authors.add(draft);
        }
    }

    private static boolean isEditor(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return !words.contains("author")
                && (words.contains("editor") || words.contains("reviewer") || words.contains("translator"));
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
            case "institution-wrap" -> xml.eachChild(inner -> part(inner, draft));
            case "collab", "collab-name", "institution", "on-behalf-of" -> groupName(draft);
            case "contrib-id" -> draft.orcid(xml.text());
            case "uri", "ext-link" -> draft.orcid(xml.attribute("href"));
            case "aff" -> draft.affiliations.addAll(affiliation(draft.institutions));
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

    private void groupName(AuthorDraft draft) throws XMLStreamException {
        // The group's name, however it is styled; its members and places are listed inside.
        String name = xml.textWithout(IN_GROUP);
        boolean better = draft.group == null || !PrintedName.isLatin(draft.group);
        draft.group = name == null || !better ? draft.group : PrintedName.group(name);
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

    /** @param registered gets the institutions that have an id */
    private List<String> affiliation(List<Institution> registered) throws XMLStreamException {
        String id = xml.attribute("id");
        RunningText words = new RunningText(100_000);
        List<Institution> named = new ArrayList<>();
        affiliationText(words, named, null);
        registered.addAll(named);
        if (words.isEmpty()) {
            return List.of();
        }
        String text = words.plain();
        authors.place(id, text, named);
        return List.of(text);
    }

    /** What an {@code institution-wrap} holds: ids and the names beside them. */
    private static final class WrappedInstitution {
        private final Set<String> rors = new LinkedHashSet<>();
        private String name;
        private String department;

        String named(String type, String words) {
            if (words.isEmpty()) {
                return words;
            }
            if (DEPARTMENTS.contains(type.strip().toLowerCase(Locale.ROOT))) {
                department = or(department, words);
            } else {
                name = or(name, words);
            }
            return words;
        }

        List<Institution> registered() {
            return rors.stream()
                    .map(ror -> new Institution(ror, or(name, department)))
                    .toList();
        }
    }

    /** @param wrap in which the words stand, or null */
    private void affiliationText(RunningText words, List<Institution> registered, WrappedInstitution wrap)
            throws XMLStreamException {
        xml.eachNode(words, name -> {
            switch (name) {
                case "label", "sup", "email", "ext-link", "fn" -> {
                    // Signs and addresses.
                }
                case "institution-id" -> {
                    if (wrap != null) {
                        RegisteredIds.ror(xml.text()).ifPresent(wrap.rors::add);
                    }
                }
                case "institution-wrap" -> {
                    WrappedInstitution its = new WrappedInstitution();
                    words.space();
                    affiliationText(words, registered, its);
                    registered.addAll(its.registered());
                }
                default -> {
                    words.space();
                    if (wrap != null && name.equals("institution")) {
                        words.append(wrap.named(xml.attribute("content-type", ""), institution()));
                    } else {
                        affiliationText(words, registered, wrap);
                    }
                }
            }
        });
    }

    private String institution() throws XMLStreamException {
        RunningText words = new RunningText(10_000);
        affiliationText(words, new ArrayList<>(), null);
        return words.isEmpty() ? "" : words.plain();
    }

    List<Author> authors() {
        return authors.build();
    }
}
