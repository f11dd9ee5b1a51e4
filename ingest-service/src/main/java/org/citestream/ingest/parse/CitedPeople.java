package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/**
 * Tells who wrote a cited work from who edited it. Groups say so by their type; of names outside groups, those behind the
 * title, and those that the text calls editors, are no authors. One citation at a time.
 */
final class CitedPeople {
    private static final Set<String> WRITERS = Set.of(
            "author", "authors", "allauthors", "all-authors", "inventor", "collab", "assignee", "curator", "compiler");
    private static final Pattern EDITORS =
            Pattern.compile("(?i)[\\s,(\\[]{0,3}(?:(?:eds?|éds?)(?:\\.|\\b)|editors?\\b|hrsg|herausg).*"
                    + "|[\\s,]{0,2}[(\\[](?:editado|edited|hg|orgs?|coords?|dirs?)\\b.*");
    /** Blanks and signs that may stand between a name and the word that calls it an editor. */
    private static final int BEFORE_EDITOR = 4;

    private static final Pattern NEXT_NAME = Pattern.compile("(?i)[\\s,;&]*(?:(?:and|und|et|y|e)\\b)?[\\s,;&]*");

    private final XmlCursor xml;
    private final RunningText raw;
    private final TextSource within;
    private final List<NamedPerson> named = new ArrayList<>();
    private boolean grouped;
    private boolean writers;
    private String family;
    private String given;

    /** Reads the element that the cursor stands on into the running text, and hands its text back. */
    @FunctionalInterface
    interface TextSource {
        String read() throws XMLStreamException;
    }

    CitedPeople(XmlCursor xml, RunningText raw, TextSource within) {
        this.xml = xml;
        this.raw = raw;
        this.within = within;
    }

    /** A name, and where it stands in the text. */
    private record NamedPerson(Author author, boolean loose, boolean behindTitle, int start, int end) {}

    void begin() {
        named.clear();
        grouped = false;
        writers = true;
    }

    /**
     * Reads the group or name that the cursor stands on.
     *
     * @param behindTitle whether a title of the cited work came before
     */
    void read(String name, boolean behindTitle) throws XMLStreamException {
        switch (name) {
            case "person-group" -> group();
            case "name-alternatives", "collab-alternatives", "collab-name-alternatives", "collab-wrap-alternatives" ->
                alternatives();
            case "collab", "collab-name", "institution" -> collaboration(name, behindTitle);
            default -> person(behindTitle);
        }
    }

    /** Takes a part of the name at hand. */
    void part(String name) throws XMLStreamException {
        if (name.equals("surname")) {
            family = within.read();
        } else {
            given = within.read();
        }
    }

    /** A group as author; an institution is one only where it stands among the authors. */
    private void collaboration(String name, boolean behindTitle) throws XMLStreamException {
        int start = raw.length();
        int before = named.size();
        String type = xml.attribute("collab-type");
        String said = within.read();
        boolean apart = (name.equals("institution") && !grouped)
                || (type != null && type.toLowerCase(Locale.ROOT).contains("editor"));
        if (said != null && named.size() == before && !apart) {
            add(Author.group(PrintedName.group(said)), behindTitle, start);
        }
    }

    private void group() throws XMLStreamException {
        boolean before = writers;
        boolean outer = grouped;
        String type = xml.attribute("person-group-type");
        writers = type == null || WRITERS.contains(type.strip().toLowerCase(Locale.ROOT));
        grouped = true;
        within.read();
        writers = before;
        grouped = outer;
    }

    /** One person in several scripts: the one in Latin letters, by which others cite, else the first. */
    private void alternatives() throws XMLStreamException {
        int before = named.size();
        within.read();
        List<NamedPerson> same = List.copyOf(named.subList(before, named.size()));
        named.subList(before, named.size()).clear();
        same.stream()
                .filter(one -> PrintedName.isLatin(one.author().family()))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .ifPresent(named::add);
    }

    private void person(boolean behindTitle) throws XMLStreamException {
        family = null;
        given = null;
        int start = raw.length();
        String printed = within.read();
        if (printed != null) {
            add(family == null ? PrintedName.read(printed) : Author.person(family, given), behindTitle, start);
        }
        family = null;
        given = null;
    }

    private void add(Author author, boolean behindTitle, int start) {
        if (writers) {
            named.add(new NamedPerson(author, !grouped, behindTitle, start, raw.length()));
        }
    }

    /** Whether anybody was named so far. */
    boolean any() {
        return !named.isEmpty();
    }

    /** Hands the authors to the draft, now that the whole text is read. */
    void into(ReferenceDraft draft) {
        List<NamedPerson> authors = new ArrayList<>(named);
        for (int i = named.size() - 1; i >= 0; i--) {
            NamedPerson one = named.get(i);
            boolean behind = i > 0 && one.behindTitle() && !named.get(0).behindTitle();
            if (one.loose() && (behind || saidEditor(i, authors))) {
                authors.remove(one);
            }
        }
        authors.forEach(one -> draft.authors.add(one.author()));
    }

    /** Most names are followed by another or by the title, which one look at the next word tells. */
    private boolean mayCallEditor(int end) {
        int word = end;
        while (word < raw.length() && word - end <= BEFORE_EDITOR && " ,([".indexOf(raw.at(word)) >= 0) {
            word++;
        }
        return word < raw.length() && "eéhocd".indexOf(Character.toLowerCase(raw.at(word))) >= 0;
    }

    /** Whether the text behind the name says so, or behind the names that follow it without anything between. */
    private boolean saidEditor(int index, List<NamedPerson> left) {
        int end = named.get(index).end();
        String text = mayCallEditor(end) ? raw.from(end) : null;
        if (text != null && EDITORS.matcher(text.lines().findFirst().orElse("")).matches()) {
            return true;
        }
        if (index + 1 == named.size() || left.contains(named.get(index + 1))) {
            return false;
        }
        String gap = raw.between(named.get(index).end(), named.get(index + 1).start());
        return named.get(index + 1).loose() && NEXT_NAME.matcher(gap).matches();
    }
}
