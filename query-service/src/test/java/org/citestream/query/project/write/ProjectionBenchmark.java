package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Platform;
import org.citestream.platform.PlatformSettings;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.ReferencesListed;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Rows a second of the whole projection beside a bare bulk upsert of the same rows, taking turns in one run, with fsync
 * and synchronous commit on. Run by {@code -Dtest=ProjectionBenchmark -Dcitestream.benchmark=true}; results go to
 * deploy/benchmarks/results.
 */
@EnabledIfSystemProperty(named = "citestream.benchmark", matches = "true")
class ProjectionBenchmark {

    private static final int STATEMENTS_AN_ARTICLE = 60;
    private static final int ARTICLES_A_BATCH = 30;
    private static final int BATCHES_A_TURN = 10;
    private static final int TURNS = 5;

    private final Random random = new Random(1);
    private long offset;

    @Test
    void shouldReportRatesWhenProjectionAndBareUpsertTakeTurns() throws Exception {
        try (Platform platform = Platform.start(
                PlatformSettings.keptIn(java.nio.file.Files.createTempDirectory("citestream-benchmark")))) {
            DataSource dataSource = TestDatabase.withApp(platform.jdbcUrl(), platform.username(), platform.password());
            Generation generation = new Generations(dataSource).ensureActive();
            BatchWriter writer = new BatchWriter(dataSource, generation);
            BareUpsert bare = new BareUpsert(dataSource);
            List<Double> projected = new ArrayList<>();
            List<Double> bareUpserted = new ArrayList<>();
            List<Double> replayed = new ArrayList<>();
            for (int turn = -1; turn < TURNS; turn++) {
                List<List<LoggedFact<Fact>>> work = work();
                double rows = BATCHES_A_TURN * ARTICLES_A_BATCH * STATEMENTS_AN_ARTICLE;
                double whole = rows / seconds(() -> write(writer, work));
                double again = rows / seconds(() -> write(writer, work));
                double plain = rows / seconds(() -> bare.write(work));
                // The first turn warms up.
                if (turn >= 0) {
                    projected.add(whole);
                    replayed.add(again);
                    bareUpserted.add(plain);
                }
            }
            System.out.printf(
                    "whole projection %.0f statements/s, replay %.0f, bare upsert %.0f (medians of %d); whole : bare"
                            + " %.2f%n",
                    median(projected),
                    median(replayed),
                    median(bareUpserted),
                    TURNS,
                    median(projected) / median(bareUpserted));
            assertThat(new View(dataSource).tallies()).isEqualTo(new View(dataSource).recounted());
        }
    }

    private List<List<LoggedFact<Fact>>> work() {
        List<List<LoggedFact<Fact>>> work = new ArrayList<>();
        for (int b = 0; b < BATCHES_A_TURN; b++) {
            List<LoggedFact<Fact>> batch = new ArrayList<>();
            for (int a = 0; a < ARTICLES_A_BATCH; a++) {
                article(batch, "doi:10.5555/" + UUID.randomUUID());
            }
            work.add(batch);
        }
        return work;
    }

    private void article(List<LoggedFact<Fact>> batch, String citing) {
        List<ReferencesListed.Reference> references = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (int s = 0; s < STATEMENTS_AN_ARTICLE; s++) {
            String cited = "doi:10.5555/cited." + (int) (Math.pow(random.nextDouble(), 3) * 20_000);
            references.add(Facts.reference("B" + s, cited));
            StatementClassified statement =
                    Facts.statement(citing, 1, "B" + s, cited, CitationType.ofCode(random.nextInt(4)));
            facts.add(statement);
        }
        batch.add(entry(Facts.references(citing, 1, references)));
        facts.forEach(fact -> batch.add(entry(fact)));
        batch.add(entry(Facts.closed(citing, 1, STATEMENTS_AN_ARTICLE, STATEMENTS_AN_ARTICLE)));
    }

    private LoggedFact<Fact> entry(Fact fact) {
        return new LoggedFact<>(fact, "", new Place("classified", 0, ++offset), false, null);
    }

    private static void write(BatchWriter writer, List<List<LoggedFact<Fact>>> work) throws Exception {
        for (List<LoggedFact<Fact>> entries : work) {
            FactBatch batch = new FactBatch();
            entries.forEach(batch::add);
            writer.write(batch, List.of(), List.of());
        }
    }

    private static double seconds(BatchTask work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(
                Arrays.toString(Arrays.stream(sorted).mapToLong(Math::round).toArray()));
        return sorted[sorted.length / 2];
    }

    private interface BatchTask {

        void run() throws Exception;
    }

    /** The yardstick: the same texts and keys into a table with the same indexes, and nothing else. */
    private static final class BareUpsert {

        private final DataSource dataSource;

        BareUpsert(DataSource dataSource) throws Exception {
            this.dataSource = dataSource;
            try (Connection connection = dataSource.getConnection();
                    var create = connection.createStatement()) {
                create.execute("CREATE TABLE bare (LIKE view_1.statement INCLUDING ALL)");
            }
        }

        void write(List<List<LoggedFact<Fact>>> work) throws Exception {
            for (List<LoggedFact<Fact>> entries : work) {
                List<StatementClassified> statements = entries.stream()
                        .map(LoggedFact::fact)
                        .filter(StatementClassified.class::isInstance)
                        .map(StatementClassified.class::cast)
                        .toList();
                try (Connection connection = dataSource.getConnection();
                        var upsert = connection.prepareStatement("""
                            INSERT INTO bare (id, citing, cited, cited_as, revision, log_offset, ordinal, model, confidence,
                                threshold, mentions, group_size, partition, type, machine_type, section, position,
                                relationship, intent, implied, truncated, classified_at, reference_key, text, before,
                                markers, heading_path, scores, evidence, extractor)
                            SELECT id, citing, cited, cited, 1, 1, 0, 1, 0.5, 0.4, 1, 1, 0, type, type, 3, 1, 0, 0, false,
                                false, now(), key, text, before, '{1,4}', '{Results,With quotes}', '{0.5,0.25,0.25}', '[]', '1'
                            FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::text[])
                                AS i (id, citing, cited, type, key, text, before)
                            ON CONFLICT (id) DO UPDATE SET type = excluded.type, text = excluded.text\
                            """)) {
                    connection.setAutoCommit(true);
                    new ArrayColumns<>(statements)
                            .add("uuid", StatementClassified::id)
                            .add("bigint", row -> (long) row.citing().hashCode())
                            .add("bigint", row -> (long) row.cited().hashCode())
                            .add("int2", row -> row.type().code())
                            .add("text", StatementClassified::referenceKey)
                            .add("text", StatementClassified::text)
                            .add("text", StatementClassified::before)
                            .bind(upsert, 1);
                    upsert.executeUpdate();
                }
            }
        }
    }
}
