package org.citestream.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.PublicationDescribed;

/** Queries on the catalogue's tables, each one round trip for many ids. Thread-safe; connections are the caller's. */
final class CatalogueQueries {
    private static final String ROOTS = "with recursive chain(start_id, id) as ("
            + " select from_id, to_id from alias where from_id = any(?) and not leaving"
            + " union select chain.start_id, alias.to_id from chain join alias on alias.from_id = chain.id"
            + " where not alias.leaving)"
            // The end of an alias chain is the id that has no alias.
            + " select start_id, id from chain where not exists (select 1 from alias where alias.from_id = chain.id"
            + " and not alias.leaving)";
    private static final String HOLDERS = "select curie, id, source from identifier where curie = any(?)";
    private static final String CANDIDATES = "select value from publication where title_key = any(?)"
            + " union select value from publication where author_key = any(?)";
    private static final String LOWER = "select value from publication where title_key = any(?) and id not like 'doi:%'"
            + " union select value from publication where author_key = any(?) and id not like 'doi:%'";
    private static final String NAMED = "select value from publication where title_key = any(?) and id not like 'ref:%'"
            + " union select value from publication where author_key = any(?) and id not like 'ref:%'";
    private static final String DESCRIBED = "select value from publication where id = any(?)";

    private static final ObjectReader DESCRIPTION = FactJson.mapper().readerFor(PublicationDescribed.class);

    private CatalogueQueries() {}

    /** An identifier that a source gives for a publication. */
    record IdClaim(String curie, PublicationId id, String source) {}

    /** The best known id of each of these that has a better one. */
    static Map<String, PublicationId> roots(Connection connection, Collection<String> ids) throws SQLException {
        var roots = new HashMap<String, PublicationId>();
        ArrayQuery.ask(connection, ROOTS, row -> roots.put(row.getString(1), new PublicationId(row.getString(2))), ids);
        return roots;
    }

    static Map<String, List<IdClaim>> holders(Connection connection, Collection<String> curies) throws SQLException {
        var holders = new HashMap<String, List<IdClaim>>();
        for (IdClaim holder : ArrayQuery.ask(
                connection,
                HOLDERS,
                row -> new IdClaim(row.getString(1), new PublicationId(row.getString(2)), row.getString(3)),
                curies)) {
            holders.computeIfAbsent(holder.curie(), curie -> new ArrayList<>()).add(holder);
        }
        return holders;
    }

    /** Descriptions whose title, or first author and title's beginning, are among these. */
    static List<PublicationDescribed> alike(
            Connection connection, Collection<String> titleKeys, Collection<String> authorKeys) throws SQLException {
        return ArrayQuery.ask(connection, CANDIDATES, row -> described(row.getString(1)), titleKeys, authorKeys);
    }

    /** As {@link #alike}, but only works that may have an id of a better kind. */
    static List<PublicationDescribed> lowerAlike(
            Connection connection, Collection<String> titleKeys, Collection<String> authorKeys) throws SQLException {
        return titleKeys.isEmpty()
                ? List.of()
                : ArrayQuery.ask(connection, LOWER, row -> described(row.getString(1)), titleKeys, authorKeys);
    }

    /** As {@link #alike}, but only works with a registered id. */
    static List<PublicationDescribed> namedAlike(
            Connection connection, Collection<String> titleKeys, Collection<String> authorKeys) throws SQLException {
        return titleKeys.isEmpty()
                ? List.of()
                : ArrayQuery.ask(connection, NAMED, row -> described(row.getString(1)), titleKeys, authorKeys);
    }

    /** All descriptions of these ids, one per kind of source. */
    static List<PublicationDescribed> described(Connection connection, Collection<String> ids) throws SQLException {
        return ArrayQuery.ask(connection, DESCRIBED, row -> described(row.getString(1)), ids);
    }

    private static PublicationDescribed described(String json) {
        try {
            return DESCRIPTION.readValue(json);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("the catalogue holds a description that it cannot read", bug);
        }
    }
}
