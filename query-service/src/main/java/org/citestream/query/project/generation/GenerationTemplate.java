package org.citestream.query.project.generation;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations under {@code db/view}, applied to one schema at a time with the placeholder {@code schema}, so that
 * every generation is created the same way and has its own migration history.
 */
final class GenerationTemplate {

    private static final String FOLDER = "db/view/";
    /** In order. Listed by hand: Flyway's scanner cannot look into Quarkus' class loaders. */
    private static final List<String> SCRIPTS = List.of(
            "V1__view.sql",
            "V2__report_memory.sql",
            "V3__correction.sql",
            "V4__journals.sql",
            "V5__statement_covering.sql",
            "V6__intent.sql",
            "V7__not_a_sentence.sql",
            "V8__answers.sql",
            "V9__outbox_in_batches.sql",
            "V10__fewer_bytes.sql",
            "V11__people.sql",
            "V12__notices_taken_back.sql",
            "V13__licence_id.sql");

    private final DataSource dataSource;

    GenerationTemplate(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Creates the schema if absent and migrates it to the newest version; returns that version. */
    String apply(Generation generation) {
        Flyway flyway = flyway(generation);
        flyway.migrate();
        return version(flyway, generation);
    }

    /** The current version of a schema. */
    String version(Generation generation) {
        return version(flyway(generation), generation);
    }

    private static String version(Flyway flyway, Generation generation) {
        return Objects.requireNonNull(flyway.info().current(), "no migration was applied to " + generation.schema())
                .getVersion()
                .toString();
    }

    private Flyway flyway(Generation generation) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .schemas(generation.schema())
                .defaultSchema(generation.schema())
                .table("template_history")
                .placeholders(Map.of("schema", generation.schema()))
                .resourceProvider(new Scripts())
                .javaMigrationClassProvider(List::of)
                .load();
    }

    private static final class Scripts implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var stream = GenerationTemplate.class.getClassLoader().getResourceAsStream(FOLDER + name);
            if (stream == null) {
                throw new UncheckedIOException(new java.io.FileNotFoundException(FOLDER + name));
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
