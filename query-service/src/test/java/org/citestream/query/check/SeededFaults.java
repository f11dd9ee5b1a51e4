package org.citestream.query.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Puts faults into real references, each of a known kind. The same seed makes the same faults. */
final class SeededFaults {

    /** A kind of fault. */
    enum Fault {
        WRONG_YEAR,
        SWAPPED_DOI,
        INVENTED_WORK,
        MISSING_AUTHOR,
        TITLE_TYPO,
        RETRACTED_WORK
    }

    /**
     * A reference with its fault; null for none.
     *
     * @param original as the list really has it
     */
    record Seeded(Fault fault, GivenReference reference, GivenReference original) {}

    private final Random random;
    private final List<GivenReference> real;
    private final Set<String> retracted;

    /** @param retracted DOIs, as CURIEs, of works that the index knows as retracted */
    SeededFaults(List<GivenReference> real, Set<String> retracted, long seed) {
        this.real = real;
        this.retracted = retracted;
        this.random = new Random(seed);
    }

    /** Each reference as it is, and once with each fault that it can have. */
    List<Seeded> all() {
        List<Seeded> seeded = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            GivenReference one = real.get(i);
            seeded.add(new Seeded(retracted.contains(one.ids().get(0)) ? Fault.RETRACTED_WORK : null, one, one));
            seeded.add(new Seeded(Fault.WRONG_YEAR, year(one), one));
            seeded.add(new Seeded(Fault.SWAPPED_DOI, id(one, other(i).ids()), one));
            seeded.add(new Seeded(Fault.INVENTED_WORK, invented(i), one));
            seeded.add(new Seeded(Fault.MISSING_AUTHOR, lessAnAuthor(one), one));
            seeded.add(new Seeded(Fault.TITLE_TYPO, title(one, typo(one.title())), one));
        }
        return seeded;
    }

    private GivenReference other(int i) {
        return real.get((i + 1 + random.nextInt(real.size() - 1)) % real.size());
    }

    private GivenReference year(GivenReference one) {
        int by = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
        return with(one, one.ids(), one.title(), one.authors(), one.year() + by, one.volume(), one.firstPage());
    }

    private static GivenReference id(GivenReference one, List<String> ids) {
        return with(one, ids, one.title(), one.authors(), one.year(), one.volume(), one.firstPage());
    }

    /** The same reference without its DOI, so that it is looked for by its title. */
    static GivenReference withoutIds(GivenReference one) {
        return id(one, List.of());
    }

    private static GivenReference title(GivenReference one, String title) {
        return with(one, one.ids(), title, one.authors(), one.year(), one.volume(), one.firstPage());
    }

    private GivenReference lessAnAuthor(GivenReference one) {
        List<String> authors = new ArrayList<>(one.authors());
        // Of a list that is cut, who is behind the last name is not known.
        authors.remove(random.nextInt(one.othersOmitted() ? authors.size() - 1 : authors.size()));
        return with(one, one.ids(), one.title(), authors, one.year(), one.volume(), one.firstPage());
    }

    /** The first half of one title and the second half of another, by authors of both, under a DOI that is nobody's. */
    private GivenReference invented(int i) {
        GivenReference one = real.get(i);
        GivenReference other = other(i);
        String[] words = one.title().split(" ", -1);
        String[] others = other.title().split(" ", -1);
        List<String> title = new ArrayList<>(List.of(words).subList(0, (words.length + 1) / 2));
        title.addAll(List.of(others).subList(others.length / 2, others.length));
        Set<String> authors = new LinkedHashSet<>(
                List.of(other.authors().get(0), one.authors().get(one.authors().size() - 1)));
        return with(
                one,
                random.nextBoolean() ? List.of() : List.of("doi:10.5555/invented." + i),
                String.join(" ", title),
                List.copyOf(authors),
                1990 + random.nextInt(30),
                Integer.toString(1 + random.nextInt(300)),
                Integer.toString(1 + random.nextInt(3000)));
    }

    /** Two letters change places, one is left out, or one is another. */
    private String typo(String title) {
        while (true) {
            int at = 1 + random.nextInt(title.length() - 2);
            char one = title.charAt(at);
            char next = title.charAt(at + 1);
            if (Character.isLetter(one)
                    && Character.isLetter(next)
                    && Character.toLowerCase(one) != Character.toLowerCase(next)) {
                String before = title.substring(0, at);
                return switch (random.nextInt(3)) {
                    case 0 -> before + next + one + title.substring(at + 2);
                    case 1 -> before + title.substring(at + 1);
                    default -> before + (one == 'x' ? 'y' : 'x') + title.substring(at + 1);
                };
            }
        }
    }

    private static GivenReference with(
            GivenReference one,
            List<String> ids,
            String title,
            List<String> authors,
            Integer year,
            String volume,
            String firstPage) {
        return new GivenReference(
                one.label(),
                null,
                ids,
                title,
                authors,
                one.othersOmitted(),
                year,
                volume,
                firstPage,
                firstPage.equals(one.firstPage()) ? one.lastPage() : null,
                one.cited());
    }

    /** The reference as journals print it. */
    static GivenReference printed(GivenReference one) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(" A, ", one.authors())).append(" A").append(one.othersOmitted() ? ", et al" : "");
        text.append(". ")
                .append(one.title())
                .append(". A Journal. ")
                .append(one.year())
                .append(';')
                .append(one.volume());
        text.append(':').append(one.firstPage());
        if (one.lastPage() != null) {
            text.append('–').append(one.lastPage());
        }
        if (one.doi() != null) {
            text.append(". doi:").append(one.doi());
        }
        return GivenReference.printed(one.label(), text.toString());
    }
}
