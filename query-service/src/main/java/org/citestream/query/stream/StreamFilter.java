package org.citestream.query.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citestream.query.change.Change;
import org.citestream.query.problem.BadParameter;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;
import org.citestream.query.vocabulary.Words;
import org.citestream.query.vocabulary.YearRange;

/**
 * Which changes a reader wants: any of the values of one parameter, all of the parameters together. Immutable.
 *
 * @param cited ids of cited works as asked for; empty for all
 */
public record StreamFilter(Set<String> cited, List<Predicate<Change>> conditions) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN = "unknown";

    private static final Map<String, Set<String>> CLOSED = Map.of(
            "type", names(Arrays.stream(CitationType.values()).map(CitationType::wireName)),
            "section", names(Arrays.stream(Section.values()).map(Section::wireName)),
            "position", names(Arrays.stream(Position.values()).map(Position::wireName)),
            "relationship", names(Arrays.stream(Relationship.values()).map(Relationship::wireName)));

    private static final Set<String> OPEN = Set.of("journal", "publicationType", "author", "notice");

    /**
     * Understands the parameters of a request.
     *
     * @throws BadParameter for one that is not known or says nothing; it would be left out in silence otherwise
     */
    public static StreamFilter parse(Map<String, List<String>> parameters) {
        Set<String> cited = new HashSet<>();
        List<Predicate<Change>> conditions = new ArrayList<>();
        new LinkedHashMap<>(parameters).forEach((name, values) -> {
            if (name.equals("cited")) {
                values.forEach(value -> cited.add(curie(name, value)));
            } else if (name.equals("citing")) {
                Set<String> ids =
                        values.stream().map(value -> curie(name, value)).collect(Collectors.toSet());
                conditions.add(change -> change.citing() != null && ids.contains(change.citing()));
            } else if (name.equals("event")) {
                Set<String> records = Set.copyOf(values);
                conditions.add(change -> records.contains(change.type().wireName()));
            } else if (name.equals("year")) {
                conditions.add(years(values));
            } else if (name.equals("q")) {
                conditions.add(words(values));
            } else if (name.equals("exclude")) {
                conditions.add(independent(values));
            } else {
                conditions.add(facet(name, values));
            }
        });
        return new StreamFilter(cited, conditions);
    }

    public StreamFilter {
        cited = Set.copyOf(cited);
        conditions = List.copyOf(conditions);
    }

    /** The same with other cited works: those asked for, and what they are known as. */
    StreamFilter withCited(Set<String> ids) {
        return new StreamFilter(ids, conditions);
    }

    public boolean matches(Change change) {
        if (!cited.isEmpty() && !cited.contains(change.cited())) {
            return false;
        }
        for (Predicate<Change> condition : conditions) {
            if (!condition.test(change)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Change> facet(String name, List<String> values) {
        Set<String> allowed = CLOSED.get(name);
        if (allowed == null && !OPEN.contains(name)) {
            throw new BadParameter(
                    name,
                    "not known here; write cited, citing, event, type, section, year, publicationType, relationship,"
                            + " author, journal, position, notice, q or exclude (a stream has no order, limit, cursor,"
                            + " asOf, blind or labels)");
        }
        for (String value : values) {
            if (allowed != null && !allowed.contains(value)) {
                throw new BadParameter(name, "'" + value + "' is none of " + String.join(", ", allowed));
            }
        }
        Set<String> wanted = Set.copyOf(values);
        return change -> change.facets().getOrDefault(name, List.of()).stream().anyMatch(wanted::contains);
    }

    /** As within a report, of the sentence itself. */
    private static Predicate<Change> words(List<String> values) {
        Words words = Words.parse(String.join(" ", values));
        return change -> change.statement() != null && words.allIn(text(change));
    }

    private static String text(Change change) {
        try {
            return JSON.readTree(change.payload()).path("text").asText("");
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a change is no JSON", ours);
        }
    }

    private static Predicate<Change> independent(List<String> values) {
        if (!values.equals(List.of("self"))) {
            throw new BadParameter("exclude", "'" + String.join(", ", values) + "' is not known; write self");
        }
        return change ->
                !change.facets().getOrDefault("relationship", List.of()).contains("self");
    }

    private static Predicate<Change> years(List<String> values) {
        List<YearRange> ranges = new ArrayList<>();
        boolean unknown = false;
        for (String value : values) {
            if (value.equals(UNKNOWN)) {
                unknown = true;
            } else {
                ranges.add(YearRange.parse(value));
            }
        }
        boolean takesUnknown = unknown;
        return change -> change.facets().getOrDefault("year", List.of()).stream()
                .anyMatch(year -> (takesUnknown && year.equals(UNKNOWN)) || isIn(ranges, year));
    }

    private static boolean isIn(List<YearRange> ranges, String year) {
        return year.matches("[0-9]{1,4}") && ranges.stream().anyMatch(range -> range.contains(Integer.parseInt(year)));
    }

    private static String curie(String name, String written) {
        return WrittenId.toCurie(written)
                .orElseThrow(() -> new BadParameter(
                        name,
                        "'" + written + "' is no publication id; write a DOI, or pmid:…, pmcid:PMC…, arxiv:…, ref:…"));
    }

    private static Set<String> names(java.util.stream.Stream<String> names) {
        return names.collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
