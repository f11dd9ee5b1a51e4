package org.citestream.query.dialect.openalex;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.dialect.Keyset;
import org.citestream.query.dialect.PlainWords;
import org.citestream.query.dialect.openalex.WorksFilter.FilterCondition;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;

/** Conditions on works {@code p} as SQL; what was written goes in as values only. Thread-safe. */
@Singleton
record WorksSql(SearchIndex index, PublicationReader publications) {

    /** Works that there are no rows of. */
    private static final Long[] NONE = {-1L};

    private static final String RETRACTED =
            "EXISTS (SELECT FROM active.publication a JOIN active.notice n ON n.publication = a.key AND NOT n.removed"
                    + " WHERE n.kind IN ('retraction', 'withdrawal') AND (a.key = p.key OR (a.root = p.key AND a.root <> a.key)))";

    static final String OPEN = "coalesce(p.licence LIKE '%" + ShownPublication.OPEN_LICENCE + "%', false)";

    /** {@code WHERE …}. */
    Sql where(Connection connection, WorksFilter filter, Optional<String> search) throws SQLException {
        Sql where = new Sql().add("WHERE p.root = p.key");
        if (search.isPresent()) {
            where.add("AND p.key = ANY (?)", (Object) found("", search.get()));
        }
        for (FilterCondition condition : filter.conditions()) {
            where.add(condition.negated() ? "AND NOT (" : "AND (");
            where.add(condition(connection, condition));
            where.add(")");
        }
        return where;
    }

    private Sql condition(Connection connection, FilterCondition condition) throws SQLException {
        List<String> values = condition.values();
        return switch (condition.field()) {
            case CITES ->
                new Sql()
                        .add(
                                "p.key IN (SELECT c.root FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing")
                        .add("WHERE e.cited = ANY (?))", (Object) works(connection, values));
            case CITED_BY ->
                new Sql()
                        .add(
                                "p.key IN (SELECT e.cited FROM active.publication c JOIN active.reference_edge e ON e.citing = c.key")
                        .add(
                                "WHERE c.key = ANY (?) OR (c.root <> c.key AND c.root = ANY (?)))",
                                works(connection, values),
                                works(connection, values));
            case OPENALEX -> new Sql().add("p.key = ANY (?)", (Object) works(connection, values));
            case DOI -> new Sql().add("p.key = ANY (?)", (Object) keys(connection, values, ""));
            case PMID -> new Sql().add("p.key = ANY (?)", (Object) keys(connection, values, "pmid:"));
            case ORCID -> by(values);
            case YEAR -> numbers("p.year", values);
            case FROM -> new Sql().add("p.published >= ?", values.get(0));
            // Less precise dates come before their longer forms: 2020-05 is within 2020.
            case TO -> new Sql().add("p.published <= ? || '~'", values.get(0));
            case CITATIONS -> numbers(Keyset.citations(), values);
            case TYPE -> new Sql().add(OpenAlexType.SQL + " = ANY (?)", (Object) values.toArray(String[]::new));
            case LANGUAGE -> new Sql().add("p.language = ANY (?)", (Object) values.toArray(String[]::new));
            case RETRACTED -> flag(RETRACTED, values);
            case HAS_DOI -> flag("(" + PublicationReader.doi("p") + " IS NOT NULL)", values);
            case OPEN -> flag(OPEN, values);
            case ISSN -> new Sql().add("p.issns && ?", (Object) values.toArray(String[]::new));
            case TITLE -> new Sql().add("p.key = ANY (?)", (Object) found("title:", values.get(0)));
            case WORDS -> new Sql().add("p.key = ANY (?)", (Object) found("", values.get(0)));
        };
    }

    private static Sql flag(String condition, List<String> values) {
        return new Sql().add(condition + " = ANY (?)", (Object)
                values.stream().map(Boolean::valueOf).toArray(Boolean[]::new));
    }

    /** {@code 2020}, {@code >2019}, {@code <5}, {@code 2010-2019}. */
    private static Sql numbers(String column, List<String> values) {
        Sql any = new Sql().add("false");
        for (String value : values) {
            if (value.startsWith(">")) {
                any.add("OR " + column + " > ?", Integer.valueOf(value.substring(1)));
            } else if (value.startsWith("<")) {
                any.add("OR " + column + " < ?", Integer.valueOf(value.substring(1)));
            } else {
                String[] ends = value.contains("-") ? value.split("-", 2) : new String[] {value, value};
                any.add(
                        "OR " + column + " BETWEEN ? AND ?",
                        ends[0].isEmpty() ? 0 : Integer.parseInt(ends[0]),
                        ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]));
            }
        }
        return any;
    }

    /** Works of an author, found in the index and checked in the tables. */
    private Sql by(List<String> orcids) {
        List<String> bare = orcids.stream()
                .map(orcid ->
                        orcid.replaceFirst("^(?i)https?://orcid\\.org/", "").toUpperCase(Locale.ROOT))
                .filter(orcid -> orcid.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]"))
                .toList();
        if (bare.isEmpty()) {
            return new Sql().add("false");
        }
        String question = bare.stream().map(orcid -> "orcid:" + orcid).collect(Collectors.joining(" OR "));
        return new Sql()
                .add("p.key = ANY (?)", (Object) keys(question))
                .add(
                        "AND EXISTS (SELECT FROM jsonb_array_elements(p.authors) AS a (who) WHERE a.who ->> 'orcid' = ANY (?))",
                        (Object) bare.toArray(String[]::new));
    }

    /** Keys of works by what clients name them: W and a number, else any id of ours. */
    private Long[] works(Connection connection, List<String> written) throws SQLException {
        return publications.keys(connection, curies(written)).values().toArray(Long[]::new);
    }

    private Long[] keys(Connection connection, List<String> written, String prefix) throws SQLException {
        List<String> curies = written.stream()
                .flatMap(id -> WrittenId.toCurie(
                        prefix + id.replaceFirst("^(?i)(pmid:|https?://pubmed\\.ncbi\\.nlm\\.nih\\.gov/)", ""))
                        .stream())
                .toList();
        return publications.keys(connection, curies).values().toArray(Long[]::new);
    }

    /** The CURIEs of works that clients name; those that are not known by a number are left out. */
    List<String> curies(List<String> written) {
        List<Long> numbers =
                written.stream().flatMap(one -> WorkNumber.parse(one).stream()).toList();
        Map<Long, String> numbered =
                numbers.isEmpty() ? Map.of() : IndexCall.answer(() -> index.publicationsNumbered(numbers));
        List<String> curies = new ArrayList<>();
        for (String one : written) {
            WorkNumber.parse(one)
                    .map(number -> Optional.ofNullable(numbered.get(number)))
                    .orElseGet(() -> WrittenId.toCurie(one))
                    .ifPresent(curies::add);
        }
        return curies;
    }

    /** Works with all words, in a field or anywhere. */
    private Long[] found(String field, String words) {
        String question =
                PlainWords.of(words).map(word -> field + "\"" + word + '"').collect(Collectors.joining(" "));
        return question.isEmpty() ? NONE : keys(question);
    }

    private Long[] keys(String question) {
        try {
            return Arrays.stream(IndexCall.answer(() -> index.publicationKeys(question, Integer.MAX_VALUE)))
                    .boxed()
                    .toArray(Long[]::new);
        } catch (BadQueryException unread) {
            throw OpenAlexError.refused(unread.getMessage());
        }
    }
}
