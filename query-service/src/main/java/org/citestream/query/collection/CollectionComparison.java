package org.citestream.query.collection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citestream.query.collection.CollectionReader.KnownWork;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;

/** Holds two collections side by side: what both have, what only one has, and how each part is cited. Thread-safe. */
@Singleton
public record CollectionComparison(
        WorkCollections collections, CollectionReader reader, Snapshot snapshot, PublicationReader publications) {

    /**
     * Two collections compared. A work is the same under any of its ids.
     *
     * @param first, second all works of each
     * @param both what both have
     * @param onlyFirst, onlySecond what one of them has alone
     */
    public record ComparedCollections(
            ComparedWorks first,
            ComparedWorks second,
            ComparedWorks both,
            ComparedWorks onlyFirst,
            ComparedWorks onlySecond) {}

    /**
     * A set of works.
     *
     * @param total how many
     * @param tally their sum
     * @param works the most cited of them, at most as many as asked for
     */
    public record ComparedWorks(int total, Tally tally, List<ComparedWork> works) {

        public ComparedWorks {
            works = List.copyOf(works);
        }
    }

    /**
     * A work.
     *
     * @param work what is known of it; null if the index does not know it
     */
    public record ComparedWork(String id, ShownPublication work, Tally tally) {}

    /** Compares them; of each set {@code most} works are named. */
    public ComparedCollections compare(UUID first, UUID second, int most) {
        List<CollectedWork> ofFirst = collections.works(first);
        List<CollectedWork> ofSecond = collections.works(second);
        return snapshot.read(connection -> {
            List<KnownWork> one = reader.known(connection, ofFirst);
            List<KnownWork> other = reader.known(connection, ofSecond);
            Set<Object> inFirst = identities(one);
            Set<Object> inSecond = identities(other);
            return new ComparedCollections(
                    works(connection, one, 0),
                    works(connection, other, 0),
                    works(connection, kept(one, inSecond, true), most),
                    works(connection, kept(one, inSecond, false), most),
                    works(connection, kept(other, inFirst, false), most));
        });
    }

    private static Set<Object> identities(List<KnownWork> works) {
        return works.stream().map(CollectionComparison::identity).collect(Collectors.toSet());
    }

    private static Object identity(KnownWork work) {
        return work.key() == null ? work.collected().work : work.key();
    }

    private static List<KnownWork> kept(List<KnownWork> works, Set<Object> others, boolean shared) {
        return works.stream()
                .filter(work -> others.contains(identity(work)) == shared)
                .toList();
    }

    private ComparedWorks works(Connection connection, List<KnownWork> all, int most) throws SQLException {
        List<KnownWork> named = all.stream()
                .sorted(new CollectionOrder.CollectionSort(CollectionOrder.STATEMENTS, false).comparator())
                .limit(most)
                .toList();
        Map<Long, ShownPublication> described = named.isEmpty()
                ? Map.of()
                : publications.read(
                        connection,
                        named.stream()
                                .map(KnownWork::key)
                                .filter(Objects::nonNull)
                                .toList());
        return new ComparedWorks(
                all.size(),
                CollectionReader.sum(all),
                named.stream()
                        .map(work -> new ComparedWork(
                                work.collected().work,
                                work.key() == null
                                        ? null
                                        : described.get(work.key()).brief(),
                                work.tally()))
                        .toList());
    }
}
