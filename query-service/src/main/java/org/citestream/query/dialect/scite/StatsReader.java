package org.citestream.query.dialect.scite;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.report.CachedValue;
import org.citestream.query.vocabulary.VocabularySql;

/** Counts everything, at most once per setting. Thread-safe. */
@ApplicationScoped
class StatsReader {

    private static final String STATEMENTS = VocabularySql.of("""
            SELECT count(*) AS statements,
                count(*) FILTER (WHERE inserted_at > now() - interval '30 days') AS new,
                count(DISTINCT citing) AS sources,
                count(*) FILTER (WHERE relationship = ${relationship:self}) AS self,
                count(*) FILTER (WHERE type = ${type:contrasting}) AS contrasting,
                count(*) FILTER (WHERE type = ${type:mentioning}) AS mentioning,
                count(*) FILTER (WHERE type = ${type:supporting}) AS supporting,
                count(*) FILTER (WHERE section = ${section:introduction}) AS introduction,
                count(*) FILTER (WHERE section = ${section:methods}) AS methods,
                count(*) FILTER (WHERE section = ${section:results}) AS results,
                count(*) FILTER (WHERE section = ${section:discussion}) AS discussion,
                count(*) FILTER (WHERE section NOT IN (${section:introduction}, ${section:methods},
                    ${section:results}, ${section:discussion})) AS other
            FROM active.statement\
            """);

    private final Snapshot snapshot;
    private final CachedValue<Stats> stats;
    private final CachedValue<List<Stats.Subject>> subjects;

    StatsReader(Snapshot snapshot, SciteSettings settings) {
        this.snapshot = snapshot;
        this.stats = new CachedValue<>(settings.figuresFor(), this::countStats);
        this.subjects = new CachedValue<>(settings.figuresFor(), this::countSubjects);
    }

    Stats stats() {
        return stats.get();
    }

    /** The subjects with the most works first. */
    List<Stats.Subject> subjects() {
        return subjects.get();
    }

    private Stats countStats() {
        return snapshot.once(connection -> new Sql()
                .add("SELECT s.*, p.*, e.pairs, a.authors FROM (" + STATEMENTS + ") s,")
                .add("(SELECT count(*) AS papers, count(DISTINCT lower(publisher)) AS publishers,")
                .add("count(DISTINCT lower(journal)) AS journals FROM active.publication WHERE root = key) p,")
                .add("(SELECT count(*) AS pairs FROM (SELECT DISTINCT citing, cited FROM active.reference_edge) d) e,")
                .add("(SELECT ARRAY[count(DISTINCT a.who ->> 'orcid')")
                .add("+ count(DISTINCT lower(concat_ws(' ', a.who ->> 'given', a.who ->> 'family', a.who ->>"
                        + " 'collective')))")
                .add("FILTER (WHERE a.who ->> 'orcid' IS NULL), count(DISTINCT lower(a.who ->> 'affiliation'))] AS"
                        + " authors")
                .add("FROM active.publication w CROSS JOIN jsonb_array_elements(w.authors) AS a (who)")
                .add("WHERE w.root = w.key AND jsonb_typeof(w.authors) = 'array') a")
                .first(connection, StatsReader::stats)
                .orElseThrow());
    }

    private static Stats stats(ResultSet row) throws SQLException {
        Long[] authors = (Long[]) row.getArray("authors").getArray();
        long statements = row.getLong("statements");
        return new Stats(
                statements,
                row.getLong("new"),
                row.getLong("papers"),
                row.getLong("sources"),
                authors[0],
                authors[1],
                row.getLong("publishers"),
                row.getLong("journals"),
                row.getLong("self"),
                row.getLong("pairs"),
                statements,
                row.getLong("contrasting"),
                row.getLong("mentioning"),
                row.getLong("supporting"),
                row.getLong("introduction"),
                row.getLong("methods"),
                row.getLong("results"),
                row.getLong("discussion"),
                row.getLong("other"));
    }

    private List<Stats.Subject> countSubjects() {
        return snapshot.once(connection -> new Sql()
                .add("SELECT u.subject, count(*) AS works, coalesce(sum(t.contrasting), 0) AS contrasting,")
                .add("coalesce(sum(t.mentioning), 0) AS mentioning, coalesce(sum(t.supporting), 0) AS supporting,")
                .add("coalesce(sum(t.total), 0) AS total, coalesce(sum(t.citing), 0) AS citing")
                .add("FROM active.publication p CROSS JOIN LATERAL (SELECT DISTINCT unnest(p.subjects)) AS u (subject)")
                .add("LEFT JOIN (SELECT cited, sum(contrasting) AS contrasting, sum(mentioning) AS mentioning,")
                .add(VocabularySql.of(
                        "sum(supporting) AS supporting, sum(${total @}) AS total, sum(citing_publications) AS citing"))
                .add("FROM active.tally GROUP BY cited) t ON t.cited = p.key WHERE p.root = p.key")
                .add("GROUP BY u.subject ORDER BY works DESC, u.subject")
                .list(
                        connection,
                        row -> new Stats.Subject(
                                row.getString("subject"),
                                row.getLong("works"),
                                row.getLong("total"),
                                row.getLong("contrasting"),
                                row.getLong("mentioning"),
                                row.getLong("supporting"),
                                row.getLong("citing"))));
    }
}
