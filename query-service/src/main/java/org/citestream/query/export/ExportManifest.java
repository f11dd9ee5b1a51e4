package org.citestream.query.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;

/**
 * Describes the moment of an export in one generation. Applying the changes after {@code sequence} loses none; a few of
 * them may be included already, which is harmless because of their statement ids and tallies {@code after}.
 *
 * @param at UTC, RFC 3339
 * @param generation of the view
 * @param sequence number of the last change
 * @param offsets per topic and partition, the offset of the first record that is not included
 * @param models the models that decided the labels
 */
public record ExportManifest(
        String at, int generation, long sequence, Map<String, Map<Integer, Long>> offsets, List<ExportedModel> models) {

    /** A model that labelled statements. */
    public record ExportedModel(String name, String version, String checksum, String encoder) {}

    static ExportManifest read(Connection connection, int generation) throws SQLException {
        Instant now = new Sql()
                .add("SELECT now()")
                .first(connection, row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .orElseThrow();
        long sequence = new Sql()
                .add("SELECT last_sequence FROM app.relay")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        Map<String, Map<Integer, Long>> offsets = new TreeMap<>();
        new Sql()
                .add("SELECT topic, partition, next_offset FROM active.projection_offset")
                .list(connection, row -> offsets.computeIfAbsent(row.getString(1), topic -> new TreeMap<>())
                        .put(row.getInt(2), row.getLong(3)));
        List<ExportedModel> models = new Sql()
                .add("SELECT name, version, checksum, encoder FROM active.model ORDER BY key")
                .list(
                        connection,
                        row -> new ExportedModel(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).isEmpty() ? null : row.getString(4)));
        return new ExportManifest(now.toString(), generation, sequence, offsets, models);
    }

    /** The models in one line: {@code cues 3; other 1}. */
    @JsonIgnore
    public String modelLine() {
        return models.stream()
                .map(model -> model.name() + " " + model.version())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The offsets in one line: {@code topic:0=12,1=7; other:0=3}. */
    @JsonIgnore
    public String offsetLine() {
        return offsets.entrySet().stream()
                .map(topic -> topic.getKey() + ":"
                        + topic.getValue().entrySet().stream()
                                .map(place -> place.getKey() + "=" + place.getValue())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    /** The whole manifest in one line of text. */
    @JsonIgnore
    public String line() {
        return "Citestream export at %s, change sequence %d, models: %s".formatted(at, sequence, modelLine());
    }
}
