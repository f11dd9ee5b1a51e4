package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.VocabularySql;

/** Tallies by DOI, however many in one round trip to the database; DOIs that no fact named are absent. Thread-safe. */
@Singleton
public record TallyReader(Snapshot snapshot) {

    /** Rows (doi, root) of the requested DOIs that are known. */
    private static final String ASKED = "FROM unnest(?) AS asked (doi) CROSS JOIN LATERAL ("
            + PublicationReader.rootOf("'doi:' || asked.doi") + ") p";

    private static final String BY_SECTION = VocabularySql.of("""
            SELECT asked.doi, count(s.section) AS total,
                count(*) FILTER (WHERE s.section = ${section:introduction}) AS introduction,
                count(*) FILTER (WHERE s.section = ${section:methods}) AS methods,
                count(*) FILTER (WHERE s.section = ${section:results}) AS results,
                count(*) FILTER (WHERE s.section = ${section:discussion}) AS discussion,
                count(*) FILTER (WHERE s.section NOT IN (${section:introduction}, ${section:methods},
                    ${section:results}, ${section:discussion})) AS other\
            """);

    /** PubMed's names for our types of publication. */
    private static final Map<String, String> PUBMED = Map.of(
            "research-article", "journal article",
            "review", "review",
            "case-report", "case reports",
            "editorial", "editorial",
            "letter", "letter",
            "commentary", "comment",
            "preprint", "preprint",
            "retraction", "retraction of publication",
            "correction", "published erratum");

    Map<String, Tally> sums(List<String> dois) {
        Map<String, Tally> sums = new LinkedHashMap<>();
        Sql sql = new Sql()
                .add("SELECT asked.doi, " + Tallies.COLUMNS)
                .add(ASKED, (Object) array(dois))
                .add("LEFT JOIN active.tally t ON t.cited = p.root GROUP BY asked.doi");
        snapshot.once(connection -> sql.list(connection, row -> sums.put(row.getString("doi"), Tallies.of(row))));
        return sums;
    }

    Map<String, SciteTally> tallies(List<String> dois) {
        Map<String, SciteTally> tallies = new LinkedHashMap<>();
        sums(dois).forEach((doi, sum) -> tallies.put(doi, SciteTally.of(doi, sum)));
        return tallies;
    }

    Map<String, SectionTally> sections(List<String> dois) {
        Map<String, SectionTally> tallies = new LinkedHashMap<>();
        Sql sql = new Sql()
                .add(BY_SECTION)
                .add(ASKED, (Object) array(dois))
                .add("LEFT JOIN active.statement s ON s.cited = p.root GROUP BY asked.doi");
        snapshot.once(connection -> sql.list(
                connection,
                row -> tallies.put(
                        row.getString("doi"),
                        new SectionTally(
                                row.getLong("total"),
                                row.getLong("introduction"),
                                row.getLong("results"),
                                row.getLong("methods"),
                                row.getLong("discussion"),
                                row.getLong("other"),
                                row.getString("doi")))));
        return tallies;
    }

    /** Citing publications by type, in PubMed's words; unknown types are not counted. */
    Map<String, Map<String, Long>> pubmedTypes(List<String> dois) {
        Map<String, Map<String, Long>> tallies = new LinkedHashMap<>();
        Sql sql = new Sql()
                .add("SELECT asked.doi, w.publication_type, count(DISTINCT w.key) AS n")
                .add(ASKED, (Object) array(dois))
                .add("LEFT JOIN active.reference_edge e ON e.cited = p.root")
                .add("LEFT JOIN active.publication c ON c.key = e.citing")
                .add("LEFT JOIN active.publication w ON w.key = c.root GROUP BY asked.doi, w.publication_type");
        snapshot.once(connection -> sql.list(connection, row -> {
            Map<String, Long> types = tallies.computeIfAbsent(row.getString("doi"), doi -> new TreeMap<>());
            String pubmed = row.getString(2) == null ? null : PUBMED.get(row.getString(2));
            return pubmed == null ? null : types.put(pubmed, row.getLong("n"));
        }));
        return tallies;
    }

    private static String[] array(List<String> dois) {
        return dois.toArray(String[]::new);
    }
}
