package org.citestream.query.stream;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citestream.query.change.Change;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Words;

/**
 * A filter on changes: any of the values of a parameter must match, and all parameters must. Immutable.
 *
 * @param cited ids of cited works as requested; empty for all
 */
public record StreamFilter(Set<String> cited, List<Predicate<Change>> conditions) {

    private static final Set<ChangeType> NOTICES = EnumSet.of(ChangeType.NOTICE_ISSUED, ChangeType.CITED_NOTICE_ISSUED);

    /**
     * Parses the parameters of a request. Notices have no type: where {@code event} asks for them, {@code type} chooses
     * among statements only.
     *
     * @throws BadParameterException for an unknown or empty parameter, which would otherwise be silently ignored
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
                Set<ChangeType> types = values.stream().map(StreamFilter::event).collect(Collectors.toSet());
                conditions.add(change -> types.contains(change.type()));
            } else if (name.equals("q")) {
                conditions.add(words(values));
            } else if (name.equals("exclude")) {
                conditions.add(independent(values));
            } else if (!Facet.isAmong(Facet.OF_REPORTS, name)) {
                throw new BadParameterException(
                        name,
                        "not known here; write cited, citing, event, %s, q or exclude (a stream has no order, limit, cursor, asOf, blind or labels)"
                                .formatted(Facet.names(Facet.OF_REPORTS)));
            }
        });
        Filters filters = Filters.parse(parameters, Facet.OF_REPORTS);
        boolean notices =
                parameters.getOrDefault("event", List.of()).stream().anyMatch(event -> NOTICES.contains(event(event)));
        Facet.OF_REPORTS.stream()
                .filter(filters::has)
                .forEach(facet -> conditions.add(change -> has(change, facet, filters)
                        || (notices && facet == Facet.TYPE && NOTICES.contains(change.type()))));
        return new StreamFilter(cited, conditions);
    }

    public StreamFilter {
        cited = Set.copyOf(cited);
        conditions = List.copyOf(conditions);
    }

    /** The same with other cited works: the requested ids with their current ids. */
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

    private static boolean has(Change change, Facet facet, Filters filters) {
        return values(change, facet).stream()
                .anyMatch(
                        facet == Facet.YEAR
                                ? year -> filters.takesYear(year.equals(Facet.UNKNOWN) ? null : Integer.valueOf(year))
                                : filters.of(facet)::contains);
    }

    private static List<String> values(Change change, Facet facet) {
        return change.facets().getOrDefault(facet.parameter(), List.of());
    }

    private static ChangeType event(String written) {
        return ChangeType.NAMES
                .find(written)
                .orElseThrow(() -> new BadParameterException(
                        "event",
                        "'%s' is not a valid event; use %s"
                                .formatted(written, String.join(", ", ChangeType.NAMES.all()))));
    }

    /** As within a report, but only in the sentence itself. */
    private static Predicate<Change> words(List<String> values) {
        Words words = Words.parse(String.join(" ", values));
        return change -> change.statement() != null
                && words.allIn(change.value().path("text").asText(""));
    }

    private static Predicate<Change> independent(List<String> values) {
        if (!values.equals(List.of("self"))) {
            throw new BadParameterException("exclude", "'" + String.join(", ", values) + "' is not known; write self");
        }
        return change -> !values(change, Facet.RELATIONSHIP).contains(Relationship.SELF.wireName());
    }

    private static String curie(String name, String written) {
        return WrittenId.toCurie(written)
                .orElseThrow(() -> new BadParameterException(
                        name,
                        "'" + written
                                + "' is not a valid publication id; use a DOI, or pmid:…, pmcid:PMC…, arxiv:…, ref:…"));
    }
}
