package org.citestream.query.web.profile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.FunderKey;
import org.citestream.query.publication.PrintedNames;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.YearTrend;
import org.citestream.query.report.YearTrendReader;
import org.citestream.query.search.Entity;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.Orcid;
import org.citestream.query.vocabulary.VocabularySql;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.WebSettings;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * Finds the works of an author, a journal, an affiliation or a funder in the search index and counts them in the tables. What
 * has an id is one, whatever it is called; a name is taken as it is written: two people of one name are one page, one person
 * of two names two. Thread-safe.
 */
@Singleton
record ProfileReader(SearchIndex index, Snapshot snapshot, PublicationReader publications, WebSettings settings) {

    /** The author by ORCID iD or by name, or empty if no work names somebody so. */
    Optional<Profile> author(String written, int offset) {
        String key = Orcid.bare(written).orElse(written);
        boolean person = Orcid.is(key);
        String phrase = "author:\"" + key.replaceAll("[\"\\\\]", " ") + "\"";
        List<String> ids = ids(new SearchRequest(
                phrase, Filters.none(), SearchRequest.SearchOrder.RELEVANCE, 0, SearchRequest.FURTHEST));
        Sql named = new Sql().add("AND author_names @> ARRAY[?]::text[]", key);
        return read(
                new Asked(
                        "authors",
                        key,
                        work -> work.authors().stream()
                                .filter(author -> person && key.equals(author.orcid()))
                                .map(ShownAuthor::name),
                        work -> work.authors().stream()
                                .filter(author -> !person
                                        && author.orcid() != null
                                        && author.name().equals(key))
                                .map(ShownAuthor::orcid),
                        person ? new Profile.Register("ORCID " + key, "https://orcid.org/" + key) : null),
                ids,
                named,
                offset);
    }

    /** The journal; empty if no work was published there. */
    Optional<Profile> journal(String name, int offset) {
        Filters there = Filters.of(Facet.JOURNAL, name);
        List<String> ids =
                ids(new SearchRequest("", there, SearchRequest.SearchOrder.RELEVANCE, 0, SearchRequest.FURTHEST));
        Sql named = new Sql().add("AND journal = ?", name);
        return read(
                new Asked("journals", name, work -> Stream.empty(), work -> Stream.empty(), null), ids, named, offset);
    }

    /** The organisation of that ROR id, or empty if no author of a work is from there. */
    Optional<Profile> affiliation(String ror, int offset) {
        return read(
                new Asked(
                        "affiliations",
                        ror,
                        work -> work.authors().stream()
                                .flatMap(author -> author.institutions().stream())
                                .filter(institution -> institution.ror().equals(ror) && institution.name() != null)
                                .map(ShownAuthor.ShownInstitution::name),
                        work -> Stream.empty(),
                        new Profile.Register("ROR " + ror, "https://ror.org/" + ror)),
                works(Entity.EntityKind.AFFILIATION, ror),
                new Sql().add(""),
                offset);
    }

    /** The funder by its id in the Funder Registry or in ROR, else by name; empty if no work says that it paid. */
    Optional<Profile> funder(String key, int offset) {
        String address = FunderKey.address(key).orElse(null);
        return read(
                new Asked(
                        "funders",
                        key,
                        work -> work.funding().stream()
                                .filter(one ->
                                        address != null && address.equals(one.funderId()) && one.funder() != null)
                                .map(ShownPublication.ShownFunding::funder),
                        work -> Stream.empty(),
                        address == null
                                ? null
                                : new Profile.Register(
                                        address.contains("ror.org") ? "ROR " + key : "Funder Registry " + key,
                                        address)),
                works(Entity.EntityKind.FUNDER, key),
                new Sql().add(""),
                offset);
    }

    /**
     * Who or what is asked for.
     *
     * @param names of it in a work; none for what goes by its name
     * @param people with an ORCID iD who bear the name
     */
    private record Asked(
            String kind,
            String key,
            Function<ShownPublication, Stream<String>> names,
            Function<ShownPublication, Stream<String>> people,
            Profile.Register register) {}

    private List<String> ids(SearchRequest request) {
        return IndexCall.answer(() -> index.publications(request).ids());
    }

    private List<String> works(Entity.EntityKind kind, String key) {
        return IndexCall.answer(() -> index.worksOf(kind, key));
    }

    private Optional<Profile> read(Asked asked, List<String> ids, Sql condition, int offset) {
        return snapshot.read(connection -> profile(connection, asked, keys(connection, ids, condition), offset));
    }

    private static List<Long> keys(Connection connection, List<String> ids, Sql condition) throws SQLException {
        return new Sql()
                .add("SELECT key FROM active.publication WHERE root = key AND id = ANY (?)", (Object)
                        ids.toArray(String[]::new))
                .add(condition)
                .list(connection, row -> row.getLong(1));
    }

    private Optional<Profile> profile(Connection connection, Asked asked, List<Long> keys, int offset)
            throws SQLException {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Long[] all = keys.toArray(Long[]::new);
        Tally sum = new Sql()
                .add("SELECT " + Tallies.COLUMNS + " FROM active.tally t WHERE t.cited = ANY (?)", (Object) all)
                .first(connection, Tallies::of)
                .orElseThrow();
        List<WorkTally> most = new Sql()
                .add("SELECT w.key, " + Tallies.COLUMNS + " FROM unnest(?) w(key)", (Object) all)
                .add("LEFT JOIN active.tally t ON t.cited = w.key GROUP BY w.key")
                .add(VocabularySql.of("ORDER BY sum(${total t.@}) DESC NULLS LAST, w.key"))
                .add("LIMIT ? OFFSET ?", settings.works(), offset)
                .list(connection, row -> new WorkTally(row.getLong("key"), Tallies.of(row)));
        Map<Long, ShownPublication> works =
                publications.read(connection, most.stream().map(WorkTally::key).toList());
        YearTrend trend = YearTrendReader.read(connection, keys);
        int next = offset + settings.works();
        List<String> names = frequent(works, asked.names);
        return Optional.of(new Profile(
                asked.key,
                names.isEmpty() ? asked.key : names.get(0),
                names.isEmpty() ? names : names.subList(1, names.size()),
                keys.size(),
                keys.size() >= SearchRequest.FURTHEST,
                sum,
                asked.register,
                frequent(works, asked.people),
                YearChart.of(trend),
                SectionBars.of(trend),
                most.stream()
                        .map(work -> new Profile.ListedWork(works.get(work.key), work.tally))
                        .toList(),
                next < keys.size()
                        ? PageAddress.of(asked.kind, asked.key)
                                .with("offset", Integer.toString(next))
                                .toString()
                        : null));
    }

    /** What the works of the page say. */
    private static List<String> frequent(
            Map<Long, ShownPublication> works, Function<ShownPublication, Stream<String>> said) {
        Map<String, Long> uses = new HashMap<>();
        works.values().forEach(work -> said.apply(work).distinct().forEach(name -> uses.merge(name, 1L, Long::sum)));
        return PrintedNames.byUse(uses);
    }

    private record WorkTally(long key, Tally tally) {}
}
