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
import org.citestream.query.aggregate.Aggregate;
import org.citestream.query.aggregate.AggregateKind;
import org.citestream.query.aggregate.AggregateReader;
import org.citestream.query.aggregate.EntityWorks;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.FunderKey;
import org.citestream.query.publication.PrintedNames;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.EntityCount;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Orcid;
import org.citestream.query.vocabulary.VocabularySql;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.WebSettings;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/** Builds the page of an author, a journal, an affiliation, a funder or a year from its works. Thread-safe. */
@Singleton
record ProfileReader(
        EntityWorks entities,
        AggregateReader aggregates,
        Snapshot snapshot,
        PublicationReader publications,
        WebSettings settings) {

    /** The author by ORCID iD or by name, or empty if no work names somebody so. */
    Optional<Profile> author(String written, int offset) {
        String key = AggregateKind.AUTHORS.key(written);
        boolean person = Orcid.is(key);
        return read(
                new Asked(
                        AggregateKind.AUTHORS,
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
                offset);
    }

    /** The journal by ISSN or by name; empty if no work was published there. */
    Optional<Profile> journal(String written, int offset) {
        String key = AggregateKind.JOURNALS.key(written);
        boolean registered = !key.equals(written) || key.matches("\\d{4}-\\d{3}[\\dX]");
        return read(
                new Asked(
                        AggregateKind.JOURNALS,
                        key,
                        work -> registered ? Stream.ofNullable(work.journal()) : Stream.empty(),
                        work -> Stream.empty(),
                        registered
                                ? new Profile.Register("ISSN " + key, "https://portal.issn.org/resource/ISSN/" + key)
                                : null),
                offset);
    }

    /** The works of a year; empty if none is known. */
    Optional<Profile> year(String year, int offset) {
        return read(new Asked(AggregateKind.YEARS, year, work -> Stream.empty(), work -> Stream.empty(), null), offset);
    }

    /** The organisation of that ROR id, or empty if no author of a work is from there. */
    Optional<Profile> affiliation(String ror, int offset) {
        return read(
                new Asked(
                        AggregateKind.AFFILIATIONS,
                        ror,
                        work -> work.authors().stream()
                                .flatMap(author -> author.institutions().stream())
                                .filter(institution -> institution.ror().equals(ror) && institution.name() != null)
                                .map(ShownAuthor.ShownInstitution::name),
                        work -> Stream.empty(),
                        new Profile.Register("ROR " + ror, "https://ror.org/" + ror)),
                offset);
    }

    /** The funder by its id in the Funder Registry or in ROR, else by name; empty if no work says that it paid. */
    Optional<Profile> funder(String key, int offset) {
        String address = FunderKey.address(key).orElse(null);
        return read(
                new Asked(
                        AggregateKind.FUNDERS,
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
                offset);
    }

    /**
     * Who or what is asked for.
     *
     * @param names of it in a work; none for what goes by its name
     * @param people with an ORCID iD who bear the name
     */
    private record Asked(
            AggregateKind kind,
            String key,
            Function<ShownPublication, Stream<String>> names,
            Function<ShownPublication, Stream<String>> people,
            Profile.Register register) {}

    /** The years in which known works were published, the newest first, with how many. */
    List<EntityCount> years() {
        return snapshot.once(connection -> new Sql()
                .add("SELECT year, count(*) AS works FROM active.publication WHERE root = key AND year IS NOT NULL")
                .add("GROUP BY year ORDER BY year DESC")
                .list(
                        connection,
                        row -> new EntityCount(null, row.getString("year"), List.of(), row.getLong("works"))));
    }

    private Optional<Profile> read(Asked asked, int offset) {
        Sql works = entities.of(asked.kind, asked.key);
        return snapshot.read(connection -> profile(connection, asked, EntityWorks.keys(connection, works), offset));
    }

    private Optional<Profile> profile(Connection connection, Asked asked, List<Long> keys, int offset)
            throws SQLException {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Long[] all = keys.toArray(Long[]::new);
        List<WorkTally> most = new Sql()
                .add("SELECT w.key, " + Tallies.COLUMNS + " FROM unnest(?) w(key)", (Object) all)
                .add("LEFT JOIN active.tally t ON t.cited = w.key GROUP BY w.key")
                .add(VocabularySql.of("ORDER BY sum(${total t.@}) DESC NULLS LAST, w.key"))
                .add("LIMIT ? OFFSET ?", settings.works(), offset)
                .list(connection, row -> new WorkTally(row.getLong("key"), Tallies.of(row)));
        Map<Long, ShownPublication> works =
                publications.read(connection, most.stream().map(WorkTally::key).toList());
        Aggregate aggregate = aggregates.of(connection, asked.kind, asked.key, keys);
        int next = offset + settings.works();
        List<String> names = frequent(works, asked.names);
        return Optional.of(new Profile(
                asked.key,
                names.isEmpty() ? asked.key : names.get(0),
                names.isEmpty() ? names : names.subList(1, names.size()),
                aggregate,
                asked.register,
                frequent(works, asked.people),
                YearChart.of(aggregate.trend()),
                SectionBars.of(aggregate.trend()),
                most.stream()
                        .map(work -> new Profile.ListedWork(works.get(work.key), work.tally))
                        .toList(),
                next < keys.size()
                        ? PageAddress.of(asked.kind.path(), asked.key)
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
