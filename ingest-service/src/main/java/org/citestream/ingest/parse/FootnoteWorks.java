package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.PublicationIds;

/**
 * Reads the works that footnotes name where they are the only bibliography: in full as the Chicago Manual and its like
 * print them, then by "Ibid." or a short title. What is in doubt names nothing. For the notes of one article, in their
 * order.
 */
final class FootnoteWorks {
    private static final int LONGEST_PART = 800;
    private static final double IN_FULL = 0.9;
    private static final double IBIDEM = 0.85;
    private static final double SHORT = 0.8;

    private static final Pattern LEAD = Pattern.compile(
            "^[^“\"‘(;]{0,60}?\\b(?:[Ss]ee(?: also)?(?:,? (?:for example|for"
                    + " instance|e\\.g\\.),?)?|[Cc]f\\.|[Vv]gl\\.|[Vv]oir(?: aussi)?|[Ss]iehe|[Cc]ompare|(?:[Qq]uoted|[Cc]ited) in)\\s+(?=\\p{Lu})");
    private static final Pattern IMPRINT =
            Pattern.compile("\\(([^()]{0,120}?)((?:1[4-9]|20)\\d{2})(?:[–-]\\d{2,4})?\\)");
    /** The year where it stands in no brackets: {@code Paris, Gallimard, 1998, p. 45}. */
    private static final Pattern BARE_YEAR =
            Pattern.compile("^(.*?)[, ]+((?:1[4-9]|20)\\d{2})(?:, ?(?:pp?|[Ss]|col)\\. ?\\d.*)?\\.?$");
    /** A title in quotes as English, French or German sets them. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?:“ ?([^”]{3,300})”|\"([^\"]{3,300})\"|« ?([^»]{3,300})»|„([^“”]{3,300})[“”]|‘(.{3,300}?)’(?=[,.; (]))");

    private static final Pattern NUMBERS = Pattern.compile(
            "^(.*?)[, ]+(?:vol\\. ?|t\\. ?|Bd\\. ?)?(\\d{1,4})(?:(?:[, ]+(?:no|n°|H)\\.? ?|[./(])(\\d{1,4})\\)?)?[, ]*$");
    private static final Pattern PAGES = Pattern.compile("^[:,]? ?(?:(?:pp?|S)\\. ?)?(\\d{1,5})(?:[–-](\\d{1,5}))?");
    private static final Pattern SAME = Pattern.compile("^(?:Ibid|ibid|Ibidem|Id)\\b.{0,40}$");
    private static final Pattern CITED_BEFORE = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L}.-]* )?(\\p{Lu}[\\p{L}'’-]+), [“\"‘']?([^”\"’0-9]{4,80}?)[,.”\"’']*(?:,? ?(?:pp?\\. ?)?\\d[\\d–, -]*)?\\.?$");
    private static final Pattern CONTAINED = Pattern.compile("^in (.+?)(?:,? eds?\\. .*)?,?$");

    private final ReferenceList references;
    private final List<Known> known = new ArrayList<>();
    private String last;

    FootnoteWorks(ReferenceList references) {
        this.references = references;
    }

    /** A work named so far. */
    private record Known(String key, String family, String title) {}

    /** Adds the works of one note to the list; returns how surely they are read, or nothing where there is none. */
    Optional<Double> read(String id, String note) {
        List<String> keys = new ArrayList<>();
        double least = 1;
        for (String part : note.split(";", -1)) {
            String text = LEAD.matcher(part.strip()).replaceFirst("");
            if (text.isEmpty() || text.length() > LONGEST_PART) {
                continue;
            }
            double score = part(id, text, keys);
            least = Math.min(least, score);
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        last = keys.get(keys.size() - 1);
        references.group(id, keys);
        return Optional.of(least);
    }

    /** Adds the key of the work that the part names; returns 1 where it names none. */
    private double part(String id, String text, List<String> keys) {
        if (SAME.matcher(text).matches()) {
            if (last == null || keys.contains(last)) {
                return 1;
            }
            keys.add(last);
            return IBIDEM;
        }
        ReferenceDraft full = full(text);
        if (full != null) {
            full.raw = text;
            String key = references.add(keys.isEmpty() ? id : id + "#" + (keys.size() + 1), full);
            known.add(new Known(
                    key, PublicationIds.normalise(full.authors.get(0).family()), PublicationIds.normalise(full.title)));
            keys.add(key);
            return IN_FULL;
        }
        Matcher brief = CITED_BEFORE.matcher(text);
        if (!brief.matches()) {
            return 1;
        }
        String family = PublicationIds.normalise(brief.group(1));
        String title = PublicationIds.normalise(brief.group(2));
        List<Known> meant = known.stream()
                .filter(one -> one.family().equals(family))
                .filter(one -> title.equals("op cit") || (" " + one.title() + " ").contains(" " + title + " "))
                .toList();
        if (meant.size() != 1 || keys.contains(meant.get(0).key())) {
            return 1;
        }
        keys.add(meant.get(0).key());
        return SHORT;
    }

    /** A work with author, title and year, or null. */
    private static ReferenceDraft full(String text) {
        Matcher imprint = IMPRINT.matcher(text);
        Matcher bare = BARE_YEAR.matcher(text);
        boolean bracketed = imprint.find();
        if (!bracketed && !bare.matches()) {
            return null;
        }
        String before = bracketed ? text.substring(0, imprint.start()).strip() : bare.group(1);
        ReferenceDraft draft = new ReferenceDraft();
        draft.year = Integer.valueOf(bracketed ? imprint.group(2) : bare.group(2));
        Matcher quoted = QUOTED.matcher(before);
        boolean article = quoted.find() && quoted.start() > 0;
        boolean whole = article
                ? article(before, quoted, draft)
                : bracketed ? book(before, imprint.group(1), draft) : plainBook(before, draft);
        if (!whole || draft.authors.isEmpty()) {
            return null;
        }
        Matcher pages = PAGES.matcher(text.substring(bracketed ? imprint.end() : bare.end(2)));
        if (article && pages.lookingAt()) {
            draft.firstPage = pages.group(1);
            draft.lastPage = pages.group(2);
        }
        return draft;
    }

    /** {@code Jane Doe, “Title,” Journal 12, no. 3}, or {@code “Title,” in Book, ed. John Roe}. */
    private static boolean article(String before, Matcher quoted, ReferenceDraft draft) {
        draft.authors.addAll(people(before.substring(0, quoted.start())));
        draft.title = IntStream.rangeClosed(1, quoted.groupCount())
                .mapToObj(quoted::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceFirst("[,.]$", "");
        String rest = before.substring(quoted.end())
                .replaceFirst("^[, ]+(?:in: )?", "")
                .replaceFirst("[, ]+$", "");
        Matcher contained = CONTAINED.matcher(rest);
        Matcher numbers = NUMBERS.matcher(rest);
        if (contained.matches()) {
            draft.container = contained.group(1);
        } else if (numbers.matches()) {
            draft.container = numbers.group(1);
            draft.volume = numbers.group(2);
            draft.issue = numbers.group(3);
        } else {
            draft.container = rest;
        }
        return !draft.title.isBlank() && !draft.container.isBlank();
    }

    /** {@code Jean Dupont, Titre du livre, Paris, Gallimard}: names, the title, a place. */
    private static boolean plainBook(String before, ReferenceDraft draft) {
        String[] parts = before.split("(?:, |: )", -1);
        draft.authors.addAll(people(parts[0]));
        draft.published = true;
        boolean placed = parts.length > 2 && Character.isUpperCase(parts[parts.length - 1].charAt(0));
        draft.title = parts.length > 1 ? parts[1].strip() : "";
        return placed && draft.title.split(" ", -1).length > 1;
    }

    /** {@code Jane Doe, Title (Place: Publisher, 1999)}. */
    private static boolean book(String before, String imprint, ReferenceDraft draft) {
        String[] parts = before.split(", ", -1);
        int names = 0;
        while (names < parts.length - 1 && !people(parts[names]).isEmpty()) {
            draft.authors.addAll(people(parts[names]));
            names++;
        }
        draft.title = String.join(", ", List.of(parts).subList(names, parts.length))
                .replaceFirst(", \\d+ vols?\\.?$", "")
                .strip();
        draft.published = imprint.contains(":") || imprint.contains(",");
        return names > 0 && draft.published && draft.title.length() > 2;
    }

    /** The people of {@code Jane Doe and John Roe,}; none where a part cannot be a name. */
    private static List<Author> people(String text) {
        List<Author> people = new ArrayList<>();
        String names = text.strip().replaceFirst("(?: et al\\.)?[,:]?$", "").replaceFirst("^and ", "");
        for (String name : names.split(", and |, | and | & | et | und | y ", -1)) {
            String[] words = name.strip().split(" ", -1);
            if (words.length < 2 || words.length > 5 || !isName(words)) {
                return List.of();
            }
            people.add(PrintedName.read(name.strip()));
        }
        return people;
    }

    private static boolean isName(String[] words) {
        for (String word : words) {
            boolean particle = List.of("de", "van", "von", "der", "du", "la", "di", "den", "ter", "le")
                    .contains(word);
            if (!particle && (word.isEmpty() || !Character.isUpperCase(word.charAt(0)) || word.endsWith(":"))) {
                return false;
            }
        }
        return Character.isUpperCase(words[0].charAt(0));
    }
}
