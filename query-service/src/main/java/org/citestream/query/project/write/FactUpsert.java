package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PackedEvidence;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.event.StatementClassified.ModelNamed;
import org.citestream.query.project.event.StatementClassified.Scores;
import org.citestream.query.project.generation.Generation;

/** The hot write: statements and references of a batch, with their tally deltas and outbox rows, in one SQL statement. */
final class FactUpsert {

    private final String sql;

    FactUpsert(Generation generation) {
        this.sql = new ViewSql(generation).files("upsert.sql", "tail.sql");
    }

    /** Writes facts not below the floors of their articles; {@code keys} has every publication named. */
    void apply(
            Connection connection,
            FactBatch batch,
            Map<Long, ReadingState> standings,
            Map<String, Long> keys,
            Map<ModelNamed, Integer> models)
            throws SQLException {
        List<LoggedFact<StatementClassified>> statements = batch.statements().stream()
                .filter(entry -> admits(
                        standings, keys, entry.fact().citing(), entry.fact().revision()))
                .toList();
        List<FactBatch.ReferenceEdge> edges = batch.edges().stream()
                .filter(edge -> admits(standings, keys, edge.citing(), edge.revision()))
                .toList();
        if (statements.isEmpty() && edges.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            int next = statementColumns(statements, keys, models).bind(upsert, 1);
            edgeColumns(edges, keys).bind(upsert, next);
            upsert.executeUpdate();
        }
    }

    private static boolean admits(
            Map<Long, ReadingState> standings, Map<String, Long> keys, String citing, long revision) {
        return revision >= standings.get(keys.get(citing)).floor();
    }

    private static ArrayColumns<LoggedFact<StatementClassified>> statementColumns(
            Collection<LoggedFact<StatementClassified>> rows, Map<String, Long> keys, Map<ModelNamed, Integer> models) {
        return new ArrayColumns<>(rows)
                .add("uuid", row -> row.fact().id())
                .add("bigint", row -> keys.get(row.fact().citing()))
                .add("bigint", row -> keys.get(row.fact().cited()))
                .add("bigint", row -> row.fact().revision())
                .add("bigint", row -> row.place().offset())
                .add("int4", row -> row.fact().ordinal())
                .add("int4", row -> models.get(row.fact().model()))
                .add("float4", row -> row.fact().confidence())
                .add("float4", row -> row.fact().threshold())
                .add("float4", row -> row.fact().intentConfidence())
                .add("int2", row -> small(row.fact().mentions()))
                .add("int2", row -> small(row.fact().groupSize()))
                .add("int2", row -> row.place().partition())
                .add("int2", row -> row.fact().type().code())
                .add("int2", row -> row.fact().section().code())
                .add("int2", row -> row.fact().position().code())
                .add("int2", row -> row.fact().relationship().kind().code())
                .add("int2", row -> row.fact().intent().code())
                .add("bool", row -> row.fact().impliedByRange())
                .add("bool", row -> row.fact().truncated())
                .add("text", row -> row.fact().classifiedAt().toString())
                .add("text", row -> row.fact().referenceKey())
                .add("text", row -> row.fact().text())
                .add("text", row -> row.fact().before())
                .add("text", row -> row.fact().after())
                .add(
                        "text",
                        row -> ArrayLiteral.ofNumbers(row.fact().markers().stream()
                                .flatMap(List::stream)
                                .toList()))
                .add("text", row -> ArrayLiteral.ofTexts(row.fact().headingPath()))
                .add("text", row -> scores(row.fact().scores()))
                .add(
                        "text",
                        row -> ArrayLiteral.ofTexts(row.fact().relationship().shared()))
                .add("bytea", row -> evidence(row.fact()))
                .add("text", row -> row.fact().failure())
                .add("text", row -> row.fact().language())
                .add("text", row -> row.fact().extractor())
                .add("text", LoggedFact::traceparent);
    }

    private static ArrayColumns<FactBatch.ReferenceEdge> edgeColumns(
            Collection<FactBatch.ReferenceEdge> rows, Map<String, Long> keys) {
        return new ArrayColumns<>(rows)
                .add("bigint", row -> keys.get(row.citing()))
                .add("text", row -> row.reference().key())
                .add("bigint", row -> keys.get(row.reference().cited()))
                .add("bigint", FactBatch.ReferenceEdge::revision)
                .add("bigint", row -> row.place().offset())
                .add("int4", FactBatch.ReferenceEdge::ordinal)
                .add("float4", row -> row.reference().match().score())
                .add("int4", row -> row.reference().year())
                .add("int2", row -> row.place().partition())
                .add("int2", row -> row.reference().relationship().kind().code())
                .add("bool", row -> row.reference().citedInText())
                .add("text", row -> row.reference().match().method())
                .add("text", row -> row.reference().label())
                .add("text", row -> row.reference().title())
                .add("text", row -> row.reference().raw())
                .add(
                        "text",
                        row -> ArrayLiteral.ofTexts(
                                row.reference().relationship().shared()))
                .add("text", FactBatch.ReferenceEdge::traceparent);
    }

    private static byte[] evidence(StatementClassified fact) {
        return PackedEvidence.pack(fact.evidence(), new PackedEvidence.Texts(fact.text(), fact.before(), fact.after()));
    }

    /** The columns are small integers; no real sentence comes near their limit. */
    private static int small(int count) {
        return Math.min(count, Short.MAX_VALUE);
    }

    private static String scores(Scores scores) {
        return ArrayLiteral.ofNumbers(List.of(scores.supporting(), scores.mentioning(), scores.contrasting()));
    }

    /** The models that a batch names, with their keys. */
    static Map<ModelNamed, Integer> models(FactBatch batch, ModelKeys models) throws SQLException {
        Map<ModelNamed, Integer> keys = new HashMap<>();
        for (LoggedFact<StatementClassified> entry : batch.statements()) {
            ModelNamed model = entry.fact().model();
            keys.put(model, models.key(model));
        }
        return keys;
    }
}
