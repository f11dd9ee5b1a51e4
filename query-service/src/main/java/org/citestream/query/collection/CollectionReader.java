package org.citestream.query.collection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.aggregate.AggregateReader;
import org.citestream.query.collection.CollectionContent.CitingStatement;
import org.citestream.query.collection.CollectionContent.ContrastedWork;
import org.citestream.query.collection.CollectionContent.WorkWithNotices;
import org.citestream.query.collection.CollectionOrder.CollectionSort;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.WorkMap;
import org.citestream.query.related.WorkMaps;
import org.citestream.query.report.NewestStatements;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.YearTrend;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;

/** Reads how the works of a collection are cited. Thread-safe. */
@Singleton
public record CollectionReader(
        WorkCollections collections,
        Snapshot snapshot,
        PublicationReader publications,
        NewestStatements statements,
        WorkMaps maps,
        CollectionSettings settings) {

    /**
     * A work of a collection in the view.
     *
     * @param key its root; null if the index does not know it
     * @param title, journal, year null if unknown
     */
    record KnownWork(CollectedWork collected, Long key, String title, String journal, Integer year, Tally tally) {

        String sortedTitle() {
            String shown = title == null ? collected.title : title;
            return (shown == null ? collected.work : shown).toLowerCase(Locale.ROOT);
        }

        /** Unknown journals come last. */
        String sortedJournal() {
            return journal == null ? "\uFFFF" : journal.toLowerCase(Locale.ROOT);
        }
    }

    /** What a page shows, as of one moment. */
    public CollectionContent content(UUID collection, CollectionPart part) {
        List<CollectedWork> collected = collections.works(collection);
        return snapshot.read(connection -> {
            List<KnownWork> works = known(connection, collected);
            List<Long> keys =
                    works.stream().map(KnownWork::key).filter(Objects::nonNull).toList();
            Map<Long, List<ShownNotice>> notices =
                    keys.isEmpty() ? Map.of() : publications.notices(connection, keys.toArray(Long[]::new));
            List<KnownWork> contrasted = contrasted(works);
            List<KnownWork> matching = matching(works, part);
            List<KnownWork> listed = page(matching, part);
            Map<Long, ShownPublication> described = described(connection, listed, contrasted, notices.keySet());
            return new CollectionContent(
                    works.size(),
                    keys.size(),
                    sum(works),
                    keys.isEmpty() ? new YearTrend(List.of()) : AggregateReader.trend(connection, keys),
                    noticed(notices, described),
                    contrasted.stream()
                            .map(one -> new ContrastedWork(described.get(one.key), one.tally))
                            .toList(),
                    newest(connection, keys, Optional.empty()),
                    newest(connection, keys, Optional.of(CitationType.CONTRASTING)),
                    tags(works),
                    matching.size(),
                    rows(listed, described));
        });
    }

    /** The tally of all works together, and how many there are. */
    public CollectionTotal total(UUID collection) {
        List<CollectedWork> collected = collections.works(collection);
        return snapshot.read(connection -> {
            List<KnownWork> works = known(connection, collected);
            return new CollectionTotal(works.size(), sum(works));
        });
    }

    /** How many works there are, and their tallies' sum. */
    public record CollectionTotal(int works, Tally tally) {}

    /** All works of the part, in its order. */
    public List<CollectedWorkRow> rows(UUID collection, CollectionPart part) {
        List<CollectedWork> collected = collections.works(collection);
        return snapshot.read(connection -> {
            List<KnownWork> listed = page(matching(known(connection, collected), part), part);
            return rows(listed, described(connection, listed, List.of(), Set.of()));
        });
    }

    /** How its most cited works cite each other; empty if the index knows none of them. */
    public Optional<WorkMap> map(UUID collection) {
        List<CollectedWork> collected = collections.works(collection);
        return snapshot.read(connection -> {
            List<Long> keys = known(connection, collected).stream()
                    .filter(one -> one.key != null)
                    .sorted(new CollectionSort(CollectionOrder.CITING, false).comparator())
                    .limit(settings.mapWorks())
                    .map(KnownWork::key)
                    .toList();
            return keys.isEmpty() ? Optional.empty() : Optional.of(maps.among(connection, keys));
        });
    }

    /** One work; empty if the collection does not have it. */
    public Optional<CollectedWorkRow> row(UUID collection, String work) {
        return collections
                .work(collection, work)
                .map(collected -> snapshot.read(connection -> {
                    List<KnownWork> one = known(connection, List.of(collected));
                    return rows(one, described(connection, one, List.of(), Set.of()))
                            .get(0);
                }));
    }

    /** The newest statements about its works that match the query, and the works with notices. */
    public CollectionNews news(UUID collection, ReportQuery query, int most) {
        List<CollectedWork> collected = collections.works(collection);
        return snapshot.read(connection -> {
            List<Long> keys = known(connection, collected).stream()
                    .map(KnownWork::key)
                    .filter(Objects::nonNull)
                    .toList();
            if (keys.isEmpty()) {
                return new CollectionNews(List.of(), List.of());
            }
            Map<Long, List<ShownNotice>> notices = publications.notices(connection, keys.toArray(Long[]::new));
            return new CollectionNews(
                    cited(connection, statements.ofWorks(connection, keys, query, most)),
                    noticed(notices, publications.read(connection, notices.keySet())));
        });
    }

    /** What is new in a collection. */
    public record CollectionNews(List<CitingStatement> statements, List<WorkWithNotices> noticed) {}

    /** Each work once: of several ids of one work the one that was added first. */
    List<KnownWork> known(Connection connection, List<CollectedWork> collected) throws SQLException {
        if (collected.isEmpty()) {
            return List.of();
        }
        Map<String, Long> keys = publications.keys(
                connection, collected.stream().map(one -> one.work).toList());
        Map<Long, Tally> tallies = Tallies.byKey(connection, new HashSet<>(keys.values()));
        Map<Long, KnownWork> described = new HashMap<>();
        new Sql()
                .add("SELECT key, title, journal, year FROM active.publication WHERE key = ANY (?)", (Object)
                        keys.values().toArray(Long[]::new))
                .list(
                        connection,
                        row -> described.put(
                                row.getLong("key"),
                                new KnownWork(
                                        null,
                                        row.getLong("key"),
                                        row.getString("title"),
                                        row.getString("journal"),
                                        row.getObject("year", Integer.class),
                                        tallies.getOrDefault(row.getLong("key"), Tally.NONE))));
        Map<Object, KnownWork> works = new LinkedHashMap<>();
        for (int i = collected.size() - 1; i >= 0; i--) {
            CollectedWork one = collected.get(i);
            Long key = keys.get(one.work);
            KnownWork its = key == null ? null : described.get(key);
            works.putIfAbsent(
                    its == null ? one.work : key,
                    its == null
                            ? new KnownWork(one, null, null, null, null, Tally.NONE)
                            : new KnownWork(one, key, its.title, its.journal, its.year, its.tally));
        }
        return List.copyOf(works.values());
    }

    static Tally sum(Collection<KnownWork> works) {
        return works.stream().map(KnownWork::tally).reduce(Tally.NONE, Tally::plus);
    }

    private List<KnownWork> contrasted(List<KnownWork> works) {
        return works.stream()
                .filter(one -> one.tally.contrasting() > 0)
                .sorted(Comparator.comparing((KnownWork one) -> -one.tally.contrasting())
                        .thenComparing(one -> one.tally.total())
                        .thenComparing(one -> one.collected.work))
                .limit(settings.highlights())
                .toList();
    }

    private static List<KnownWork> matching(List<KnownWork> works, CollectionPart part) {
        return works.stream()
                .filter(one -> part.tag().isEmpty() || one.collected.tags().contains(part.tag()))
                .sorted(part.sort().comparator())
                .toList();
    }

    private static List<KnownWork> page(List<KnownWork> matching, CollectionPart part) {
        return matching.stream().skip(part.offset()).limit(part.limit()).toList();
    }

    private Map<Long, ShownPublication> described(
            Connection connection, List<KnownWork> listed, List<KnownWork> others, Set<Long> more) throws SQLException {
        Set<Long> keys = new HashSet<>(more);
        Stream.concat(listed.stream(), others.stream())
                .map(KnownWork::key)
                .filter(Objects::nonNull)
                .forEach(keys::add);
        return keys.isEmpty() ? Map.of() : publications.read(connection, keys);
    }

    private static List<CollectedWorkRow> rows(List<KnownWork> works, Map<Long, ShownPublication> described) {
        return works.stream()
                .map(one -> {
                    ShownPublication work = one.key == null ? null : described.get(one.key);
                    CollectedWork its = one.collected;
                    return new CollectedWorkRow(
                            its.work,
                            work == null ? null : work.brief(),
                            work == null ? its.title : null,
                            one.tally,
                            its.note,
                            its.tags(),
                            its.addedAt);
                })
                .toList();
    }

    private static List<WorkWithNotices> noticed(
            Map<Long, List<ShownNotice>> notices, Map<Long, ShownPublication> described) {
        return notices.entrySet().stream()
                .filter(one -> described.containsKey(one.getKey()))
                .map(one -> new WorkWithNotices(described.get(one.getKey()), one.getValue()))
                .sorted(Comparator.comparing((WorkWithNotices one) -> latest(one.notices()))
                        .reversed()
                        .thenComparing(one -> one.work().id()))
                .toList();
    }

    private static String latest(List<ShownNotice> notices) {
        return notices.stream()
                .map(ShownNotice::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private List<CitingStatement> newest(Connection connection, List<Long> keys, Optional<CitationType> type)
            throws SQLException {
        return keys.isEmpty()
                ? List.of()
                : cited(connection, statements.ofWorks(connection, keys, type, settings.highlights()));
    }

    private List<CitingStatement> cited(Connection connection, List<ShownStatement> found) throws SQLException {
        Set<String> ids = new HashSet<>();
        found.forEach(one -> ids.addAll(List.of(one.citing(), one.cited())));
        Map<String, ShownPublication> works = ids.isEmpty() ? Map.of() : publications.readBriefByIds(connection, ids);
        List<CitingStatement> shown = new ArrayList<>();
        found.forEach(one -> shown.add(new CitingStatement(one, works.get(one.citing()), works.get(one.cited()))));
        return shown;
    }

    private static Map<String, Long> tags(List<KnownWork> works) {
        Map<String, Long> tags = new TreeMap<>();
        works.forEach(one -> one.collected.tags().forEach(tag -> tags.merge(tag, 1L, Long::sum)));
        return tags;
    }
}
