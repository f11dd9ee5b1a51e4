package org.citestream.query.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/**
 * A reference held against a work. A field is compared where both have it. Titles are the same without case, accents,
 * punctuation and spaces, and when one lacks the other's subtitle. Authors are compared by family name, as far as a list
 * that leaves some out goes.
 *
 * @param title likeness of the titles, 0 to 1; null if one of them has none
 * @param piece whether the title may be a piece of a longer one that is printed
 * @param firstAuthor whether the first author given is an author of the work; null if one has none
 * @param year whether the years agree; null if one has none
 * @param compared the fields that both have
 */
record Comparison(
        Double title,
        boolean piece,
        Boolean firstAuthor,
        Boolean year,
        List<String> compared,
        List<Difference> differences) {

    /** Titles less alike are of different works. */
    private static final double SAME_WORK = 0.5;

    /** Titles as much alike are of one work if nothing else speaks against it. */
    static final double LIKELY = 0.75;

    private static final double SURE = 0.9;
    private static final int TELLING_LETTERS = 15;

    private static final Pattern NOTICED =
            Pattern.compile("(?i)^[^\\p{L}]*(?:retracted|withdrawn)(?:\\s+article)?[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETED_END = Pattern.compile("\\s*[\\[(][^\\[\\]()]*[\\])][.\\s]*$");
    private static final Pattern SUBTITLE = Pattern.compile("\\s*[:.?!–—]\\s+|\\s+-\\s+");
    /** What stands behind a title that does not go on. */
    private static final Pattern TITLE_ENDS = Pattern.compile("[\\s)\\]”\"’']*(?:$|[.,;])");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Compares all fields; of a printed reference, those that its text shows beside the work's title. */
    static Comparison of(GivenReference reference, ShownPublication work) {
        if (!reference.isPrinted()) {
            return new Comparing(reference, work).result(titleLikeness(reference.title(), work.title()), false);
        }
        String text = WrittenReference.withoutAddresses(reference.text());
        TitleSpan span = span(text, work.title());
        GivenReference read = WrittenReference.against(reference, work, span);
        boolean mayHaveTitle = span.found() || WrittenReference.isWhole(text);
        return new Comparing(read, work)
                .result(
                        work.title() == null || !mayHaveTitle ? null : Double.valueOf(span.likeness()),
                        !span.standsAlone(text));
    }

    /** Where the title stands, or the title without its subtitle if that is there and no other subtitle follows. */
    private static TitleSpan span(String text, String title) {
        TitleSpan whole = TitleSpan.of(text, title);
        Matcher end = SUBTITLE.matcher(title == null ? "" : title);
        if (whole.likeness() < SURE
                && end.find()
                && ComparedText.letters(title.substring(0, end.start())).length() >= TELLING_LETTERS) {
            TitleSpan main = TitleSpan.of(text, title.substring(0, end.start()));
            boolean ends = TITLE_ENDS
                    .matcher(text.substring(Math.min(main.to(), text.length())))
                    .lookingAt();
            return main.likeness() >= SURE && ends ? main : whole;
        }
        return whole;
    }

    private static Double titleLikeness(String given, String indexed) {
        if (given == null || indexed == null) {
            return null;
        }
        return sameTitle(given, indexed) ? Double.valueOf(1) : Double.valueOf(ComparedText.likeness(given, indexed));
    }

    /**
     * Whether the titles name one work: of a short or half known title the author or the year must agree as well, of what may
     * be a piece of another title both.
     */
    boolean namesTheWork(GivenReference reference, ShownPublication work) {
        if (title == null || title < LIKELY) {
            return false;
        }
        if (piece) {
            return Boolean.TRUE.equals(firstAuthor) && Boolean.TRUE.equals(year);
        }
        boolean contradicted = Boolean.FALSE.equals(firstAuthor) && Boolean.FALSE.equals(year);
        boolean corroborated = (Boolean.TRUE.equals(firstAuthor) && !Boolean.FALSE.equals(year))
                || (Boolean.TRUE.equals(year) && !Boolean.FALSE.equals(firstAuthor));
        boolean telling = ComparedText.letters(work.title()).length() >= TELLING_LETTERS;
        boolean whole = reference.isPrinted()
                ? ComparedText.letters(WrittenReference.withoutAddresses(reference.text()))
                        .equals(ComparedText.letters(work.title()))
                : title == 1 && telling;
        if (whole) {
            return true;
        }
        return (title >= SURE && telling) ? !contradicted : corroborated;
    }

    /** Whether what leads here by its id is another work than the reference describes. */
    boolean isAnotherWork(GivenReference reference) {
        if (title == null || title >= SAME_WORK) {
            return false;
        }
        return reference.isPrinted()
                ? Boolean.FALSE.equals(firstAuthor)
                : !(Boolean.TRUE.equals(firstAuthor) && Boolean.TRUE.equals(year));
    }

    private static boolean sameTitle(String given, String indexed) {
        String one = NOTICED.matcher(given).replaceFirst("");
        String other = NOTICED.matcher(indexed).replaceFirst("");
        String letters = ComparedText.letters(one);
        String others = ComparedText.letters(other);
        // A bracket at the end of one alone: [in German]. What stands in the brackets of both is compared.
        return letters.equals(others)
                || letters.equals(
                        ComparedText.letters(BRACKETED_END.matcher(other).replaceFirst("")))
                || others.equals(ComparedText.letters(BRACKETED_END.matcher(one).replaceFirst("")))
                || isMainTitle(letters, other)
                || isMainTitle(others, one);
    }

    /** Whether a text is the other title without its subtitle. */
    private static boolean isMainTitle(String letters, String whole) {
        Matcher end = SUBTITLE.matcher(whole);
        while (letters.length() >= TELLING_LETTERS && end.find()) {
            if (ComparedText.letters(whole.substring(0, end.start())).equals(letters)) {
                return true;
            }
        }
        return false;
    }

    /** One comparison while it is made. */
    private static final class Comparing {

        private final GivenReference given;
        private final ShownPublication work;
        private final List<String> compared = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();

        Comparing(GivenReference given, ShownPublication work) {
            this.given = given;
            this.work = work;
        }

        Comparison result(Double title, boolean piece) {
            if (given.title() != null && work.title() != null) {
                compared.add("title");
                if (!sameTitle(given.title(), work.title())) {
                    differences.add(Difference.of("title", given.title(), work.title()));
                }
            }
            Boolean first = authors();
            Boolean year = (given.year() == null || work.year() == null)
                    ? null
                    : given.year().equals(work.year());
            if (year != null) {
                compared.add("year");
                if (!year) {
                    differences.add(Difference.of("year", given.year(), work.year()));
                }
            }
            volume();
            pages();
            doi();
            return new Comparison(title, piece, first, year, List.copyOf(compared), List.copyOf(differences));
        }

        /** Whether the first author given is one of the work's, or null. */
        private Boolean authors() {
            List<String> indexed = work.authors().stream()
                    .map(ShownAuthor::familyOrName)
                    .filter(Objects::nonNull)
                    .filter(name -> !name.isBlank())
                    .toList();
            if (given.authors().isEmpty() || indexed.isEmpty()) {
                return null;
            }
            compared.add("authors");
            List<String> extra = without(given.authors(), indexed);
            List<String> missing = without(expected(indexed), given.authors());
            boolean groups = work.authors().stream().anyMatch(author -> author.collective() != null);
            boolean first =
                    indexed.stream().anyMatch(name -> same(given.authors().get(0), name));
            boolean otherOrder = missing.isEmpty()
                    && extra.isEmpty()
                    && !same(given.authors().get(0), indexed.get(0))
                    && !groups;
            // A group stands in one list and is spelled out in another; beyond a list that is cut nothing is known.
            boolean more = !extra.isEmpty() && !groups && !work.authorsTruncated();
            if (otherOrder || !missing.isEmpty() || more) {
                differences.add(new Difference(
                        "authors",
                        String.join(", ", given.authors()),
                        String.join(", ", indexed),
                        missing.isEmpty() ? null : String.join(", ", missing),
                        more ? String.join(", ", extra) : null));
            }
            return first;
        }

        /** The people that the list has to name: all, or as many of the first as it names before it leaves others out. */
        private List<String> expected(List<String> indexed) {
            List<String> people = work.authors().stream()
                    .filter(author -> author.collective() == null)
                    .map(ShownAuthor::familyOrName)
                    .filter(indexed::contains)
                    .toList();
            if (!given.othersOmitted()) {
                return people;
            }
            int named = given.authors().size();
            // Who is the last one is known only of a list that is not cut itself.
            boolean lastToo = named > 1
                    && !people.isEmpty()
                    && !work.authorsTruncated()
                    && same(given.authors().get(named - 1), people.get(people.size() - 1));
            return people.subList(0, Math.min(people.size(), lastToo ? named - 1 : named));
        }

        private void volume() {
            if (given.volume() == null || work.volume() == null) {
                return;
            }
            compared.add("volume");
            if (!number(given.volume()).equals(number(work.volume()))) {
                differences.add(Difference.of("volume", given.volume(), work.volume()));
            }
        }

        private void pages() {
            if (given.firstPage() == null || work.firstPage() == null) {
                return;
            }
            compared.add("pages");
            boolean first = number(given.firstPage()).equals(number(work.firstPage()));
            boolean last = given.lastPage() == null
                    || work.lastPage() == null
                    || lastPage(given.firstPage(), given.lastPage())
                            .equals(lastPage(work.firstPage(), work.lastPage()));
            if (!first || !last) {
                differences.add(Difference.of(
                        "pages", range(given.firstPage(), given.lastPage()), range(work.firstPage(), work.lastPage())));
            }
        }

        /** Another DOI than the one by which the work is known; found by its title, then. */
        private void doi() {
            if (given.doi() == null || work.doi() == null) {
                return;
            }
            compared.add("doi");
            if (!given.doi().equalsIgnoreCase(work.doi())) {
                differences.add(Difference.of("doi", given.doi(), work.doi()));
            }
        }

        /** The names that the others lack; of two authors of one name, one may be missing. */
        private static List<String> without(List<String> names, List<String> others) {
            List<String> left = new ArrayList<>(others);
            List<String> missing = new ArrayList<>();
            for (String name : names) {
                Optional<String> same =
                        left.stream().filter(other -> same(name, other)).findFirst();
                same.ifPresentOrElse(left::remove, () -> missing.add(name));
            }
            return missing;
        }

        /** Whether two family names are the same; particles and second names may be left out. */
        private static boolean same(String one, String other) {
            String letters = ComparedText.letters(one);
            String others = ComparedText.letters(other);
            if (letters.equals(others)) {
                return true;
            }
            List<String> words = ComparedText.words(one);
            List<String> otherWords = ComparedText.words(other);
            return words.size() != otherWords.size()
                    && (otherWords.containsAll(words) || words.containsAll(otherWords));
        }
    }

    /** The first number of a volume or page, without zeros before it; letters where it has none. */
    private static String number(String written) {
        Matcher digits = DIGITS.matcher(written);
        return digits.find()
                ? digits.group().replaceFirst("^0+(?=.)", "")
                : written.strip().toLowerCase(Locale.ROOT);
    }

    /** 123–7 ends on page 127. */
    private static String lastPage(String first, String last) {
        String from = number(first);
        String to = number(last);
        return to.length() < from.length() ? from.substring(0, from.length() - to.length()) + to : to;
    }

    private static String range(String first, String last) {
        return last == null || last.equals(first) ? first : first + "–" + last;
    }
}
