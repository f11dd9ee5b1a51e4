package org.citestream.query.project.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationDescribed;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.generation.Generation;

/** Stores descriptions per source as received, and the publications merged from them. */
final class Descriptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String upsert;
    private final String lock;
    private final String read;
    private final String write;
    private final PackedDescription descriptions = new PackedDescription();

    Descriptions(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.upsert = sql.of("""
                INSERT INTO ${schema}.publication_description AS d (publication, source, packed, partition, log_offset)
                SELECT publication, source, packed, partition, log_offset
                FROM unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::smallint[], ?::bigint[])
                    AS i (publication, source, packed, partition, log_offset)
                ON CONFLICT (publication, source) DO UPDATE SET value = NULL, packed = excluded.packed,
                    partition = excluded.partition, log_offset = excluded.log_offset
                WHERE d.log_offset < excluded.log_offset
                RETURNING new.publication, old.value IS NOT NULL OR old.packed IS DISTINCT FROM new.packed""");
        // Locked in order: two instances may describe two ids of one work at the same time.
        this.lock = sql.of("""
                SELECT key FROM ${schema}.publication
                WHERE key IN (SELECT root FROM ${schema}.publication WHERE key = ANY (?::bigint[]))
                ORDER BY key FOR UPDATE""");
        this.read = sql.of("""
                SELECT p.root, p.id, d.packed, d.value
                FROM ${schema}.publication p
                LEFT JOIN ${schema}.publication_description d
                    ON d.publication = p.key AND (d.packed IS NOT NULL OR d.value IS NOT NULL)
                WHERE p.key = ANY (?::bigint[]) AND p.root = p.key
                    OR p.root = ANY (?::bigint[]) AND p.root <> p.key""");
        this.write = sql.of(PublicationColumns.UPDATE);
    }

    /**
     * Writes the batch's descriptions and re-merges every work affected by them or by a change of roots.
     *
     * @param regrouped keys of publications whose members changed
     */
    void apply(Connection connection, FactBatch batch, Map<String, Long> keys, Set<Long> regrouped)
            throws SQLException {
        List<SourceDescription> said = new ArrayList<>();
        Map<PackedBytes, PublicationDescribed> packed = new HashMap<>();
        for (LoggedFact<PublicationDescribed> entry : batch.descriptions()) {
            PublicationDescribed fact = entry.fact();
            byte[] bytes = descriptions.pack(fact);
            packed.put(new PackedBytes(fact.id(), ByteBuffer.wrap(bytes)), fact);
            said.add(new SourceDescription(keys.get(fact.id()), fact.source().code(), bytes, entry.place()));
        }
        for (LoggedFact<PublicationFactRemoved> entry : batch.removals()) {
            int source = List.of("fulltext", "registry", "reference")
                            .indexOf(entry.fact().kind())
                    + 1;
            if (source > 0) {
                said.add(new SourceDescription(keys.get(entry.fact().id()), source, null, entry.place()));
            }
        }
        Set<Long> touched = new TreeSet<>(regrouped);
        if (!said.isEmpty()) {
            touched.addAll(upsert(connection, said));
        }
        if (!touched.isEmpty()) {
            merge(connection, touched, packed);
        }
    }

    private List<Long> upsert(Connection connection, List<SourceDescription> said) throws SQLException {
        List<Long> changed = new ArrayList<>();
        try (PreparedStatement upserting = connection.prepareStatement(upsert)) {
            new ArrayColumns<>(said)
                    .add("bigint", SourceDescription::publication)
                    .add("int2", SourceDescription::source)
                    .add("bytea", SourceDescription::packed)
                    .add("int2", row -> row.place().partition())
                    .add("bigint", row -> row.place().offset())
                    .bind(upserting, 1);
            try (ResultSet rows = upserting.executeQuery()) {
                while (rows.next()) {
                    // Most descriptions of cited works repeat the previous one.
                    if (rows.getBoolean(2)) {
                        changed.add(rows.getLong(1));
                    }
                }
            }
        }
        return changed;
    }

    private void merge(Connection connection, Set<Long> touched, Map<PackedBytes, PublicationDescribed> packed)
            throws SQLException {
        Map<Long, List<PublicationDescribed>> members = new TreeMap<>();
        Map<Long, Set<String>> ids = new HashMap<>();
        Array roots = lockRoots(connection, touched);
        try (PreparedStatement reading = connection.prepareStatement(read)) {
            reading.setArray(1, roots);
            reading.setArray(2, roots);
            try (ResultSet rows = reading.executeQuery()) {
                while (rows.next()) {
                    long root = rows.getLong(1);
                    ids.computeIfAbsent(root, key -> new TreeSet<>()).add(rows.getString(2));
                    List<PublicationDescribed> found = members.computeIfAbsent(root, key -> new ArrayList<>());
                    PublicationDescribed description = description(rows, packed);
                    if (description != null) {
                        found.add(description);
                    }
                }
            }
            List<PublicationRow> merged = new ArrayList<>();
            members.forEach((root, found) -> merged.add(new DescriptionMerge(found).row(root, ids.get(root))));
            PublicationColumns.of(merged).update(connection, write);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a description that was written here cannot be read", ours);
        }
    }

    private Array lockRoots(Connection connection, Set<Long> touched) throws SQLException {
        List<Long> roots = new ArrayList<>();
        try (PreparedStatement locking = connection.prepareStatement(lock)) {
            locking.setArray(1, connection.createArrayOf("bigint", touched.toArray()));
            try (ResultSet rows = locking.executeQuery()) {
                while (rows.next()) {
                    roots.add(rows.getLong(1));
                }
            }
        }
        return connection.createArrayOf("bigint", roots.toArray());
    }

    /** Null if there is none. Rows written before descriptions were packed have JSON. */
    private PublicationDescribed description(ResultSet row, Map<PackedBytes, PublicationDescribed> known)
            throws SQLException, JsonProcessingException {
        byte[] packed = row.getBytes("packed");
        if (packed != null) {
            String id = row.getString("id");
            PublicationDescribed justPacked = known.get(new PackedBytes(id, ByteBuffer.wrap(packed)));
            return justPacked == null ? descriptions.unpack(packed, id) : justPacked;
        }
        String value = row.getString("value");
        return value == null ? null : JSON.readValue(value, PublicationDescribed.class);
    }

    /** What a description was packed into; which bytes mean what depends on the publication's id. */
    private record PackedBytes(String id, ByteBuffer bytes) {}

    /** One source's description of one publication; {@code packed} is null if it is retracted. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes for a column, never compared.
    private record SourceDescription(long publication, int source, byte[] packed, Place place) {}
}
