package org.citestream.query.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.check.ReferenceList.UnlistedMarker;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/**
 * Reads a bibliography in LaTeX: {@code \bibitem} as BibTeX's styles (natbib, REVTeX) write it, or the fields that biber
 * writes. Where the manuscript's text is in the file as well, its {@code \cite} commands say what it cites. For one
 * document.
 */
final class LatexReader {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*%.*$|(?<!\\\\)%\\s*$");
    private static final Pattern ITEM = Pattern.compile("\\\\bibitem\\b(?:\\s*\\[|\\s*\\{)");
    private static final Pattern END = Pattern.compile("\\\\end\\s*\\{thebibliography\\}|\\\\bibitem\\b");
    private static final Pattern ENTRY = Pattern.compile("\\\\entry\\{([^{}]*)\\}\\{[^{}]*\\}");
    private static final Pattern FIELD = Pattern.compile("\\\\field\\{([a-z]+)\\}\\{");
    private static final Pattern VERB = Pattern.compile("\\\\verb\\{(doi|eprint|url)\\}\\s*\\\\verb\\s+(\\S+)");
    private static final Pattern AUTHORS = Pattern.compile("\\\\name\\{author\\}\\{\\d+\\}\\{[^{}]*\\}\\{");
    private static final Pattern FAMILY = Pattern.compile("\\bfamily=\\{");
    private static final Pattern PREFIX = Pattern.compile("\\bprefix=\\{");
    private static final Pattern NAMED_PART = Pattern.compile("\\\\bib(?:info|field)\\s*\\{[^{}]*\\}");
    private static final Pattern ADDRESS = Pattern.compile("\\\\href(?:@noop)?\\s*\\{[^{}]*\\}");
    private static final Pattern UNPRINTED =
            Pattern.compile("\\\\(?:BibitemShut|bibAnnoteFile)\\s*\\{[^{}]*\\}|\\\\penalty\\s*-?\\d+");
    private static final Pattern RANGE = Pattern.compile("\\\\bibrangedash\\s*");
    private static final Pattern CITE = Pattern.compile(
            "\\\\(?!citestyle|citenamefont)[a-zA-Z]*cite[a-zA-Z]*\\*?\\s*(?:\\[[^\\]]{0,200}\\]\\s*){0,2}\\{([^{}]*)\\}");
    private static final Pattern BIBLIOGRAPHY =
            Pattern.compile("(?s)\\\\begin\\s*\\{thebibliography\\}.*?(?:\\\\end\\s*\\{thebibliography\\}|$)");
    private static final Pattern SPACE = Pattern.compile("(?<!\\\\)~|\\\\\\s|\\\\bibnamedelim[a-i]\\s?");

    private final int most;
    private final Map<String, GivenReference> references = new LinkedHashMap<>();

    /** @param most references */
    LatexReader(int most) {
        this.most = most;
    }

    ReferenceList read(String written) throws UnreadableListException {
        BibTeXBounds.check(written);
        String text = COMMENT.matcher(written).replaceAll("");
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            int end = text.indexOf("\\endentry", entry.end());
            add(entry.group(1), entry(entry.group(1), text.substring(entry.end(), end < 0 ? text.length() : end)));
        }
        if (references.isEmpty()) {
            items(text);
        }
        if (references.isEmpty()) {
            throw new UnreadableListException(
                    "there are no references in it; the list is in the .bbl that LaTeX writes, or in the .bib", 0);
        }
        return withMarkers(text);
    }

    private void add(String key, GivenReference reference) throws UnreadableListException {
        references.putIfAbsent(key, reference);
        if (references.size() > most) {
            throw UnreadableListException.tooLong(references.size(), most);
        }
    }

    /** An entry as biber writes it for biblatex. */
    private static GivenReference entry(String key, String content) {
        ReferenceDraft draft = new ReferenceDraft(key);
        String subtitle = null;
        String title = null;
        Matcher field = FIELD.matcher(content);
        while (field.find()) {
            String value = plain(RANGE.matcher(group(content, field.end())).replaceAll("–"));
            switch (field.group(1)) {
                case "title" -> title = value;
                case "subtitle" -> subtitle = value;
                case "year" -> draft.year(value);
                case "volume" -> draft.volume(value);
                case "pages" -> draft.pages(value);
                case "eid" -> draft.firstPage(value);
                default -> {}
            }
        }
        draft.title(subtitle == null || title == null ? title : title + ": " + subtitle);
        Matcher verb = VERB.matcher(content);
        while (verb.find()) {
            switch (verb.group(1)) {
                case "doi" -> draft.id("doi", verb.group(2));
                case "eprint" -> draft.id("arxiv", verb.group(2));
                default -> {
                    if (draft.hasNoId()) {
                        draft.id("doi", verb.group(2));
                    }
                }
            }
        }
        Matcher authors = AUTHORS.matcher(content);
        if (authors.find()) {
            names(draft, group(content, authors.end()));
        }
        return (content.contains("\\true{moreauthor}") ? draft.othersOmitted() : draft).read();
    }

    private static void names(ReferenceDraft draft, String names) {
        Matcher family = FAMILY.matcher(names);
        int next = family.find() ? family.end() : -1;
        while (next >= 0) {
            int at = next;
            next = family.find() ? family.end() : -1;
            String part = names.substring(at, next < 0 ? names.length() : next);
            Matcher particle = PREFIX.matcher(part);
            String name = plain(group(part, 0));
            draft.author(particle.find() ? plain(group(part, particle.end())) + " " + name : name);
        }
    }

    private void items(String text) throws UnreadableListException {
        Matcher item = ITEM.matcher(text);
        int from = 0;
        while (item.find(from)) {
            int at = item.end();
            if (text.charAt(at - 1) == '[') {
                at = behindLabel(text, at);
                int key = text.indexOf('{', at);
                at = key < 0 ? text.length() : key + 1;
            }
            String key = group(text, at);
            int start = Math.min(text.length(), at + key.length() + 1);
            Matcher end = END.matcher(text);
            int to = end.find(start) ? end.start() : text.length();
            add(key.strip(), item(key.strip(), text.substring(start, to)));
            from = to;
        }
    }

    private static GivenReference item(String key, String content) {
        String shown = NAMED_PART.matcher(content).replaceAll("");
        shown = UNPRINTED.matcher(ADDRESS.matcher(shown).replaceAll(" ")).replaceAll(" ");
        ReferenceDraft draft = new ReferenceDraft(key).text(plain(shown));
        WrittenReference.doi(content.replace("\\_", "_").replaceAll("[{}]", " "))
                .ifPresent(doi -> draft.id("doi", doi));
        return draft.read();
    }

    /** Behind the bracket that ends an item's label, which may have brackets of its own within braces. */
    private static int behindLabel(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                case ']' -> {
                    if (depth <= 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return text.length();
    }

    /** What stands between an open brace, which is just before, and the one that closes it. */
    private static String group(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> {
                    depth--;
                    if (depth == 0) {
                        return text.substring(from, i);
                    }
                }
                default -> {}
            }
        }
        return text.substring(from);
    }

    /** What LaTeX prints: letters with their accents, without commands and braces. */
    private static String plain(String latex) {
        String spaced = SPACE.matcher(latex).replaceAll(" ");
        try {
            return new LaTeXPrinter().print(new LaTeXParser().parse(spaced));
        } catch (ParseException | TokenMgrException | IllegalArgumentException unbalanced) {
            return spaced.replaceAll("\\\\[A-Za-z@]+\\*?|[{}]", " ");
        }
    }

    private ReferenceList withMarkers(String text) {
        Set<String> cited = new LinkedHashSet<>();
        Matcher cite = CITE.matcher(BIBLIOGRAPHY.matcher(text).replaceAll(""));
        while (cite.find()) {
            for (String key : cite.group(1).split(",", -1)) {
                cited.add(key.strip());
            }
        }
        cited.remove("");
        boolean all = cited.remove("*");
        List<GivenReference> marked = new ArrayList<>();
        references.forEach((key, reference) -> marked.add(
                reference.citedInText((cited.isEmpty() || all) ? null : Boolean.valueOf(cited.contains(key)))));
        return new ReferenceList(
                ListFormat.LATEX,
                marked,
                cited.stream()
                        .filter(key -> !references.containsKey(key))
                        .map(key -> new UnlistedMarker(key, "\\cite{" + key + "}"))
                        .toList());
    }
}
