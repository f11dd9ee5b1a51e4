package org.citestream.query.project.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * SQL of the projection for one generation: {@code ${schema}} stands for its schema, {@code ${delta}} for a delta made of columns that
 * bear its attributes' names, {@code ${type:contrasting}}, {@code ${labels FORM}} and the like for what {@link VocabularySql} makes of them.
 * Thread-safe.
 */
final class ViewSql {

    /** An attribute for each of the type's, in its order: a row of them is a delta by place, not by name. */
    private static final String DELTA =
            "ROW(record, cause, cited, citing, statement, supporting, mentioning, contrasting,"
                    + " unclassified, not_a_sentence, citing_publications, type, type_before, section, position, relationship,"
                    + " intent, confidence, text, payload, traceparent)::${schema}.delta";

    private final String schema;

    ViewSql(Generation generation) {
        this.schema = generation.schema();
    }

    /** A short statement written where it is used. */
    String of(String sql) {
        return VocabularySql.of(sql.replace("${delta}", DELTA).replace("${schema}", schema));
    }

    /** Files under {@code sql/}, one after the other. */
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
