package org.citestream.query.publication;

import java.util.Collection;
import java.util.List;
import org.citestream.kit.database.Sql;

/**
 * Journals as SQL. A journal is the works that carry one of its ISSNs (ISSNs that occur together on any work belong to
 * one journal), and the works without an ISSN that carry its name, because reference lists rarely say more. Stateless.
 */
public final class Journals {

    private Journals() {}

    /** {@code same (asked, title, issns, names)}: what is known of each journal requested by ISSN. */
    public static Sql byIssn(Collection<String> issns) {
        return new Sql()
                .add("WITH same AS MATERIALIZED (SELECT a.issn AS asked, mode() WITHIN GROUP (ORDER BY p.journal)"
                        + " AS title,")
                .add("array_agg(DISTINCT i.issn) AS issns,")
                .add("coalesce(array_agg(DISTINCT lower(p.journal)) FILTER (WHERE p.journal IS NOT NULL), '{}') AS"
                        + " names")
                .add("FROM unnest(?::text[]) AS a (issn)", (Object) issns.toArray(String[]::new))
                .add("JOIN active.publication p ON p.issns @> ARRAY[a.issn] AND p.root = p.key")
                .add("CROSS JOIN unnest(p.issns) AS i (issn) GROUP BY a.issn)");
    }

    /** The same for one journal requested by name. */
    public static Sql byName(String name) {
        return new Sql()
                .add(
                        "WITH same AS MATERIALIZED (SELECT ? AS asked, mode() WITHIN GROUP (ORDER BY p.journal) AS"
                                + " title,",
                        name)
                .add("coalesce(array_agg(DISTINCT i.issn) FILTER (WHERE i.issn IS NOT NULL), '{}') AS issns,")
                .add("array_agg(DISTINCT lower(p.journal)) AS names FROM active.publication p")
                .add("LEFT JOIN LATERAL unnest(p.issns) AS i (issn) ON true")
                .add("WHERE lower(p.journal) = lower(?) AND p.root = p.key HAVING count(*) > 0)", name);
    }

    /** To follow {@code same}: {@code work (asked, key, year)}, every work of each journal once. */
    public static Sql works() {
        return new Sql()
                .add(", work AS (SELECT s.asked, w.key, w.year FROM same s")
                .add("JOIN active.publication w ON w.issns && s.issns AND w.root = w.key")
                .add("UNION SELECT s.asked, w.key, w.year FROM same s")
                .add("JOIN active.publication w ON lower(w.journal) = ANY (s.names) AND w.issns = '{}' AND w.root ="
                        + " w.key)");
    }

    /** The same for one ISSN. */
    public static Sql byIssn(String issn) {
        return byIssn(List.of(issn));
    }
}
