package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.PartialDate;
import org.citestream.query.vocabulary.Words;

/** Reads all statements about a publication from the tables, packed, and the publications that make them. Thread-safe. */
@ApplicationScoped
class CitedWorkReader {

    /** Every query uses these indexes; see the test of query plans. */
    static Sql statements(long cited) {
        return new Sql()
                .add("SELECT string_agg(uuid_send(s.id), ''), string_agg(int8send(s.citing), ''),")
                .add("string_agg(int4send(" + CitedWork.codesSql() + "), ''),")
                .add("string_agg(float4send(s.confidence), ''), string_agg(int4send(s.ordinal), ''),")
                .add("string_agg(xid8send(s.inserted_xid), '')")
                .add("FROM active.statement s WHERE s.cited = ?", cited);
    }

    static Sql citers(Long[] citing) {
        return new Sql()
                .add("SELECT c.key AS citing, p.key, p.id, p.title, p.year, p.publication_type, p.journal,"
                        + " p.published,")
                .add("p.author_names")
                .add(
                        "FROM active.publication c JOIN active.publication p ON p.key = c.root WHERE c.key = ANY (?)",
                        (Object) citing);
    }

    static Sql notices(Long[] roots) {
        return new Sql()
                .add("SELECT p.root, n.kind FROM active.publication p")
                .add("JOIN active.notice n ON n.publication = p.key AND NOT n.removed")
                .add("WHERE p.key = ANY (?) OR (p.root = ANY (?) AND p.root <> p.key)", roots, roots);
    }

    static Sql hits(long cited, Words words) {
        return new Sql()
                .add("SELECT s.id FROM active.statement s WHERE s.cited = ?", cited)
                .add("AND concat_ws(E'\\n', s.before, s.text, s.after) ILIKE ALL (?)", (Object)
                        words.likePatterns().toArray(String[]::new));
    }

    /**
     * Reads.
     *
     * @param known citing works by key that the caller knows to be current; they are not read again
     */
    CitedWork read(Connection connection, long cited, Map<Long, Citer> known) throws SQLException {
        CitedWork.PackedColumns packed =
                statements(cited).first(connection, CitedWorkReader::packed).orElseThrow();
        long[] citing = packed.citingKeys();
        Long[] unknown = Arrays.stream(citing)
                .distinct()
                .boxed()
                .filter(key -> !known.containsKey(key))
                .toArray(Long[]::new);
        Map<Long, Citer> read = unknown.length == 0 ? Map.of() : readCiters(connection, unknown);
        List<Citer> citers = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        int[] citer = new int[citing.length];
        for (int i = 0; i < citing.length; i++) {
            Citer one = known.containsKey(citing[i]) ? known.get(citing[i]) : read.get(citing[i]);
            citer[i] = places.computeIfAbsent(one.root(), root -> {
                citers.add(one);
                return citers.size() - 1;
            });
        }
        return new CitedWork(citers, citer, packed);
    }

    /** Citing works by the requested keys. */
    private static Map<Long, Citer> readCiters(Connection connection, Long[] keys) throws SQLException {
        Map<Long, Long> roots = new HashMap<>();
        Map<Long, CiterRow> rows = new HashMap<>();
        citers(keys).list(connection, row -> {
            roots.put(row.getLong("citing"), row.getLong("key"));
            return rows.put(row.getLong("key"), CiterRow.of(row));
        });
        Map<Long, Set<String>> notices = new HashMap<>();
        notices(rows.keySet().toArray(Long[]::new))
                .list(connection, row -> notices.computeIfAbsent(row.getLong(1), root -> new TreeSet<>())
                        .add(row.getString(2)));
        Map<String, String> shared = new HashMap<>();
        Map<Long, Citer> byRoot = new HashMap<>();
        rows.forEach((root, row) -> byRoot.put(root, row.citer(root, notices.getOrDefault(root, Set.of()), shared)));
        Map<Long, Citer> byKey = new HashMap<>();
        roots.forEach((key, root) -> byKey.put(key, byRoot.get(root)));
        return byKey;
    }

    /** The statements about the work that contain the words. */
    Set<UUID> hits(Connection connection, long cited, Words words) throws SQLException {
        return hits(cited, words).list(connection, row -> row.getObject(1, UUID.class)).stream()
                .collect(Collectors.toSet());
    }

    private static CitedWork.PackedColumns packed(ResultSet row) throws SQLException {
        return new CitedWork.PackedColumns(
                bytes(row, 1), bytes(row, 2), bytes(row, 3), bytes(row, 4), bytes(row, 5), bytes(row, 6));
    }

    private static ByteBuffer bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return ByteBuffer.wrap(bytes == null ? new byte[0] : bytes);
    }

    private record CiterRow(
            String id,
            String title,
            Integer year,
            String publicationType,
            String journal,
            int lastDay,
            List<String> authors) {

        static CiterRow of(ResultSet row) throws SQLException {
            return new CiterRow(
                    row.getString("id"),
                    row.getString("title"),
                    row.getObject("year", Integer.class),
                    row.getString("publication_type"),
                    row.getString("journal"),
                    PartialDate.lastDayNumber(row.getString("published")),
                    PublicationReader.texts(row, "author_names"));
        }

        /** Names that many works share are stored once. */
        Citer citer(long root, Set<String> notices, Map<String, String> shared) {
            return new Citer(
                    root,
                    id,
                    title,
                    year,
                    once(publicationType, shared),
                    once(journal, shared),
                    lastDay,
                    authors.stream().distinct().map(name -> once(name, shared)).toList(),
                    List.copyOf(notices));
        }

        private static String once(String text, Map<String, String> shared) {
            if (text == null) {
                return null;
            }
            String before = shared.putIfAbsent(text, text);
            return before == null ? text : before;
        }
    }
}
