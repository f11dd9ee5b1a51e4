package org.citestream.query.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All statements about a work, from memory where they are remembered and still hold, else from the tables. What is given
 * is always what the caller's transaction sees: two things tell whether anything has been written that matters, the
 * tally rows of the work (every write to its statements leaves its transaction there) and the publications touched since.
 * Thread-safe.
 */
@ApplicationScoped
class CitedWorks {

    private final CitedWorkReader reader;
    private final ReportSettings settings;
    private final Cache<Long, Remembered> remembered;

    CitedWorks(CitedWorkReader reader, ReportSettings settings) {
        this.reader = reader;
        this.settings = settings;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(settings.rememberedRows())
                .weigher((Long cited, Remembered work) -> work.weight())
                .build();
    }

    /**
     * @param cited key of the work
     * @param standing what the transaction sees of it; see {@link #standing}
     */
    CitedWork get(Connection connection, long cited, Standing standing) throws SQLException {
        Remembered known = remembered.getIfPresent(cited);
        if (known != null && known.holds(connection, standing, settings.mostTouched())) {
            remembered.put(cited, known.at(standing));
            return known.work;
        }
        CitedWork work = reader.read(connection, cited);
        if (work.size() >= settings.rememberFrom()) {
            remembered.put(cited, new Remembered(standing, work, members(connection, work)));
        }
        return work;
    }

    /**
     * What a transaction sees of a work.
     *
     * @param citing distinct works whose reference lists name it
     * @param version every write to a statement about the work changes it
     */
    record Standing(Moment moment, long citing, String version) {}

    static Standing standing(Connection connection, long cited) throws SQLException {
        return new Sql()
                .add("SELECT (SELECT number FROM app.generation WHERE state = 'active'), pg_current_snapshot()::text,")
                .add("coalesce(sum(citing_publications), 0),")
                .add("coalesce(string_agg(partition || ':' || touched::text, ' ' ORDER BY partition), '')")
                .add("FROM active.tally WHERE cited = ?", cited)
                .first(
                        connection,
                        row -> new Standing(
                                new Moment(row.getInt(1), row.getString(2)), row.getLong(3), row.getString(4)))
                .orElseThrow();
    }

    /** All keys of the citing works: a publication touched that is or leads to one of them may have changed the work. */
    private static Set<Long> members(Connection connection, CitedWork work) throws SQLException {
        Long[] roots = work.citers().stream().map(Citer::root).toArray(Long[]::new);
        Set<Long> members = new HashSet<>(Arrays.asList(roots));
        members.addAll(new Sql()
                .add("SELECT key FROM active.publication WHERE root = ANY (?) AND root <> key", (Object) roots)
                .list(connection, row -> row.getLong(1)));
        return members;
    }

    private record Remembered(Standing standing, CitedWork work, Set<Long> members) {

        /** The same, known to hold later. */
        Remembered at(Standing later) {
            return later.moment().min() <= standing.moment().min() ? this : new Remembered(later, work, members);
        }

        int weight() {
            return work.size() + 10 * work.citers().size();
        }

        boolean holds(Connection connection, Standing now, int mostTouched) throws SQLException {
            if (now.moment().generation() != standing.moment().generation()
                    || !Objects.equals(now.version(), standing.version())) {
                return false;
            }
            if (now.moment().equals(standing.moment())) {
                return true;
            }
            // One that began before the work was read cannot tell what it does not see yet; one that began later sees
            // all.
            if (now.moment().min() < standing.moment().min()) {
                return false;
            }
            List<Long> touched = new ArrayList<>();
            int rows = new Sql()
                    .add(
                            "SELECT key, root FROM active.publication WHERE touched >= ?::text::xid8 LIMIT ?",
                            Long.toString(standing.moment().min()),
                            mostTouched + 1)
                    .list(connection, row -> touched.addAll(List.of(row.getLong(1), row.getLong(2))))
                    .size();
            return rows <= mostTouched && touched.stream().noneMatch(members::contains);
        }
    }
}
