package org.citestream.query.integrity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.integrity.BoardFacts.CitingWork;
import org.citestream.query.integrity.BoardFacts.DoubtedPair;
import org.citestream.query.integrity.BoardFacts.Sentence;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.report.CitedNotice;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/**
 * What the board is narrowed to. Years, journals and publishers are those of the citing work.
 *
 * @param publishers any of them; empty for all
 * @param kinds kinds of the notice on the cited work, any of them; empty for all
 * @param made of sentences only: those of works published so relative to the notices, or null
 * @param admits of sentences only: those that do, or do not, acknowledge a notice, or null
 * @param citing of sentences only: CURIE of the citing work, or null
 * @param cited of sentences only: CURIE of the cited work, or null
 * @param second of sentences only: those in which works at second order cite the articles that cite doubted works
 */
public record BoardFilter(
        Filters filters,
        List<String> publishers,
        Set<String> kinds,
        CitingTime made,
        Boolean admits,
        String citing,
        String cited,
        boolean second) {

    private static final Set<Facet> FACETS = Set.of(Facet.YEAR, Facet.JOURNAL);

    private static final String SECOND = "second";

    /** The parameters of every list. */
    public static final List<String> OF_LISTS =
            List.of(Facet.YEAR.parameter(), Facet.JOURNAL.parameter(), "publisher", "kind");

    /** The parameters that sentences have beside them. */
    public static final List<String> OF_STATEMENTS = List.of("made", "admits", "citing", "cited", "level");

    public BoardFilter {
        publishers = List.copyOf(publishers);
        kinds = Set.copyOf(kinds);
    }

    /**
     * Reads the parameters; empty values select nothing.
     *
     * @throws BadParameterException for a value that a parameter cannot have
     */
    public static BoardFilter parse(Map<String, List<String>> given) {
        String made = first(given, "made");
        String admits = first(given, "admits");
        List<String> kinds = said(given, "kind");
        kinds.stream().filter(kind -> !CitedNotice.warns(kind)).findFirst().ifPresent(kind -> {
            throw refused("kind", kind, CitedNotice.warnings().stream().sorted().collect(Collectors.joining(", ")));
        });
        if (!admits.isEmpty() && !admits.equals("yes") && !admits.equals("no")) {
            throw refused("admits", admits, "yes, no");
        }
        String level = first(given, "level");
        if (!level.isEmpty() && !level.equals("first") && !level.equals(SECOND)) {
            throw refused("level", level, "first, second");
        }
        if (level.equals(SECOND) && first(given, "citing").isEmpty()) {
            throw new BadParameterException("level", "second needs citing: the work at second order");
        }
        return new BoardFilter(
                Filters.parse(given, FACETS),
                said(given, "publisher"),
                Set.copyOf(kinds),
                made.isEmpty() ? null : time(made),
                admits.isEmpty() ? null : admits.equals("yes"),
                id(given, "citing"),
                id(given, "cited"),
                level.equals(SECOND));
    }

    private static CitingTime time(String written) {
        return Stream.of(CitingTime.values())
                .filter(time -> time.wireName().equals(written))
                .findFirst()
                .orElseThrow(() -> refused("made", written, "before, after, unknown"));
    }

    private static BadParameterException refused(String name, String value, String valid) {
        return new BadParameterException(name, "'%s' is not a valid %s; use %s".formatted(value, name, valid));
    }

    private static String id(Map<String, List<String>> given, String name) {
        String written = first(given, name);
        return written.isEmpty()
                ? null
                : WrittenId.toCurie(written)
                        .orElseThrow(() -> new BadParameterException(
                                name,
                                "'" + written + "' is not a publication id; use a DOI, or pmid:…, pmcid:PMC…, ref:…"));
    }

    private static List<String> said(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String first(Map<String, List<String>> given, String name) {
        List<String> all = said(given, name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Whether it narrows the citing works. */
    boolean narrowsCiting() {
        return !filters.isEmpty() || !publishers.isEmpty();
    }

    boolean takesKind(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean takes(Integer year, String journal, String publisher) {
        return (!filters.has(Facet.YEAR) || filters.takesYear(year))
                && (!filters.has(Facet.JOURNAL) || filters.of(Facet.JOURNAL).contains(named(journal)))
                && (publishers.isEmpty() || publishers.contains(named(publisher)));
    }

    boolean takes(CitingWork work) {
        return takes(work.year(), work.journal(), work.publisher()) && (citing == null || citing.equals(work.id()));
    }

    boolean takes(DoubtedPair pair) {
        return pair.kinds().stream().anyMatch(this::takesKind) && (made == null || made == pair.made());
    }

    boolean takes(Sentence sentence) {
        return admits == null || admits == sentence.admits();
    }

    static String named(String name) {
        return name == null ? Facet.UNKNOWN : name;
    }
}
