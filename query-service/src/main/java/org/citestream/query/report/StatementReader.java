package org.citestream.query.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.event.PackedEvidence;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Words;

/** Reads whole statements by their ids. Thread-safe. */
@Singleton
public record StatementReader(ObjectMapper json, PublicationReader publications) {

    /** The statements with these ids that exist; {@code query} says what to highlight and what to leave out. */
    public Map<UUID, ShownStatement> read(Connection connection, Collection<UUID> ids, ReportQuery query)
            throws SQLException {
        Map<UUID, ShownStatement> statements = new HashMap<>();
        Sql cited = new Sql().add("SELECT DISTINCT cited AS root FROM active.statement WHERE id = ANY (?)", (Object)
                ids.toArray(UUID[]::new));
        Map<Long, List<ShownNotice>> notices = publications.notices(connection, cited);
        rows(ids).list(connection, row -> {
            ShownStatement statement = statement(row, query, notices.getOrDefault(row.getLong("cited"), List.of()));
            return statements.put(statement.id(), statement);
        });
        return statements;
    }

    static Sql rows(Collection<UUID> ids) {
        return new Sql()
                .add("SELECT s.*, cr.id AS citing_id, cr.published AS citing_published, w.id AS cited_id,")
                .add("a.id AS cited_as_id,")
                .add("m.name AS model_name, m.version, m.checksum, m.encoder,")
                .add("(SELECT o.to_type FROM active.correction o WHERE o.statement = s.id AND o.status = 'proposed'")
                .add("AND o.withdrawn_at IS NULL AND o.to_type <> s.type GROUP BY o.to_type")
                .add("ORDER BY count(DISTINCT o.by) DESC, o.to_type LIMIT 1) AS proposed")
                .add("FROM active.statement s")
                .add("JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication cr ON cr.key = c.root")
                .add("JOIN active.publication w ON w.key = s.cited")
                .add("JOIN active.publication a ON a.key = s.cited_as")
                .add("LEFT JOIN active.model m ON m.key = s.model")
                .add("WHERE s.id = ANY (?)", (Object) ids.toArray(UUID[]::new));
    }

    private ShownStatement statement(ResultSet row, ReportQuery query, List<ShownNotice> notices) throws SQLException {
        boolean blind = query.blind();
        String cited = row.getString("cited_id");
        String citedAs = row.getString("cited_as_id");
        String text = row.getString("text");
        String before = row.getString("before");
        String after = row.getString("after");
        String machineType = Codes.TYPE.name(row.getInt("machine_type"));
        Float[] scores = (Float[]) row.getArray("scores").getArray();
        List<int[]> markers = spans((Integer[]) row.getArray("markers").getArray(), text.length());
        String published = row.getString("citing_published");
        return new ShownStatement(
                row.getObject("id", UUID.class),
                row.getString("citing_id"),
                cited,
                citedAs.equals(cited) ? null : citedAs,
                row.getString("reference_key"),
                text,
                before,
                after,
                markers,
                highlights(query.words(), text, before, after),
                row.getInt("mentions"),
                row.getInt("group_size"),
                row.getBoolean("implied"),
                row.getBoolean("truncated"),
                Codes.POSITION.knownName(row.getInt("position")),
                Codes.SECTION.knownName(row.getInt("section")),
                PublicationReader.texts(row, "heading_path"),
                row.getString("language"),
                new ShownStatement.ShownRelationship(
                        Codes.RELATIONSHIP.name(row.getInt("relationship")),
                        PublicationReader.texts(row, "shared_authors")),
                blind ? null : query.machineLabels() ? machineType : Codes.TYPE.name(row.getInt("type")),
                blind ? null : machineType,
                blind ? null : proposed(row),
                blind ? null : row.getObject("confidence", Float.class),
                blind ? null : row.getObject("threshold", Float.class),
                blind || scores.length < 3 ? null : new ShownStatement.ShownScores(scores[0], scores[1], scores[2]),
                Codes.INTENT.knownName(row.getInt("intent")),
                row.getObject("intent_confidence", Float.class),
                blind ? null : evidence(row, text, before, after),
                blind ? null : row.getString("failure"),
                model(row),
                row.getObject("classified_at", OffsetDateTime.class).toInstant().toString(),
                row.getLong("revision"),
                row.getString("extractor"),
                notices.isEmpty()
                        ? null
                        : notices.stream()
                                .map(notice -> CitedNotice.of(notice, published, text, markers))
                                .toList());
    }

    private static String proposed(ResultSet row) throws SQLException {
        Short code = row.getObject("proposed", Short.class);
        return code == null ? null : Codes.TYPE.name(code);
    }

    private static ShownStatement.ShownModel model(ResultSet row) throws SQLException {
        String name = row.getString("model_name");
        if (name == null) {
            return null;
        }
        String encoder = row.getString("encoder");
        return new ShownStatement.ShownModel(
                name, row.getString("version"), row.getString("checksum"), encoder.isEmpty() ? null : encoder);
    }

    private static Highlights highlights(Words words, String text, String before, String after) {
        if (words.isEmpty()) {
            return null;
        }
        return new Highlights(
                words.find(text),
                before == null ? List.of() : words.find(before),
                after == null ? List.of() : words.find(after));
    }

    /** Markers as pairs; one outside the text is left out rather than trusted. */
    public static List<int[]> spans(Integer[] flat, int length) {
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i + 1 < flat.length; i += 2) {
            if (flat[i] >= 0 && flat[i] <= flat[i + 1] && flat[i + 1] <= length) {
                spans.add(new int[] {flat[i], flat[i + 1]});
            }
        }
        return spans;
    }

    private JsonNode evidence(ResultSet row, String text, String before, String after) throws SQLException {
        byte[] packed = row.getBytes("packed_evidence");
        return packed == null
                ? tree(row.getString("evidence"))
                : PackedEvidence.unpack(packed, new PackedEvidence.Texts(text, before, after));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned JSON that is none", e);
        }
    }
}
