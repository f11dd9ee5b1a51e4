package org.citestream.query.project.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * SQL of the projection for one generation: {@code ${schema}} stands for its schema, {@code ${delta}} for a delta built
 * from columns named like its attributes, and {@code ${type:contrasting}}, {@code ${labels FORM}} and the like are
 * replaced by {@link VocabularySql}. Thread-safe.
 */
final class ViewSql {

    /**
     * One attribute for each of the type's, in its order, because the row becomes a delta by position, not by name.
     */
    private static final String DELTA =
            "ROW(record, cause, cited, citing, statement, supporting, mentioning, contrasting,"
                    + " unclassified, not_a_sentence, citing_publications, type, type_before, section, position, relationship,"
                    + " intent, confidence, text, payload, traceparent)::${schema}.delta";

    private final String schema;

    ViewSql(Generation generation) {
        this.schema = generation.schema();
    }

    /** A short statement given as text. */
    String of(String sql) {
        return VocabularySql.of(sql.replace("${delta}", DELTA).replace("${schema}", schema));
    }

    /** Files under {@code sql/}, concatenated. */
    String files(String... names) {
        StringBuilder sql = new StringBuilder();
        for (String name : names) {
            sql.append(read(name)).append('\n');
        }
        return of(sql.toString());
    }

    private static String read(String name) {
        try (InputStream stream = ViewSql.class.getClassLoader().getResourceAsStream("sql/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("sql/" + name + " is not on the classpath");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
