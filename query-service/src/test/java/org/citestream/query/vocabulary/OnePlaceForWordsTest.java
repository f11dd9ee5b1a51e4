package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of changes, causes in SQL and codes of labels stand in their enums and nowhere else in the code. Not looked at:
 * migrations (a released one never changes), templates and scripts of pages (their forms carry the names as values), and
 * the examples of the API (they show what is on the wire).
 */
class OnePlaceForWordsTest {

    private static final Path MAIN = Path.of("src", "main");

    /** Migrations that make the view are SQL under db/, so sql/ and Java hold every other query. */
    private static final List<Path> CODE =
            List.of(MAIN.resolve("java"), MAIN.resolve("resources/sql"), MAIN.resolve("resources/openapi/routes.yaml"));

    private static final List<String> ENUMS = List.of("ChangeType.java", "Cause.java");

    private static final Pattern CHANGE = Pattern.compile("[\"'](%s)[\"']".formatted(any(ChangeType.NAMES.all())));

    private static final Pattern CAUSE = Pattern.compile(
            "'(%1$s)' AS cause|THEN '(%1$s)'|cause\\W+(=|<>) '(%1$s)'|cause\\(\\)\\.equals\\(|cause, '(%1$s)'|record, '(%1$s)'"
                    .formatted(any(Cause.NAMES.all())));

    private static final Pattern CODED = Pattern.compile(
            "(?<!\\bint )\\b(\\w+_)?(type|section|position|relationship|intent)(_\\w+)?"
                    + "( *(=|<>|!=|<|>)| +(NOT +)?IN *\\(| +WHEN| +IS +DISTINCT +FROM) *[0-9]",
            Pattern.CASE_INSENSITIVE);

    @Test
    void shouldWriteNamesOfChangesInTheirEnumOnly() throws IOException {
        assertThat(found(CHANGE)).isEmpty();
    }

    @Test
    void shouldWriteCausesInTheirEnumOnly() throws IOException {
        assertThat(found(CAUSE)).isEmpty();
    }

    @Test
    void shouldWriteNoCodeOfALabelIntoSql() throws IOException {
        assertThat(found(CODED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(*) FILTER (WHERE type = 3)",
                "bool_or(s.type IN (1, 3))",
                "section NOT IN (1, 2)",
                "CASE section WHEN 3 THEN 0",
                "(c.type_before = 0)::int",
                "s.machine_type<>2",
                "relationship = 1"
            })
    void shouldKnowEveryCode(String sql) {
        assertThat(CODED.matcher(sql).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'correction' AS cause", "cause <> 'correction'", "THEN 'model' ELSE", "cause().equals(\"a\")"})
    void shouldKnowEveryCause(String text) {
        assertThat(CAUSE.matcher(text).find()).isTrue();
    }

    private static List<String> found(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : CODE) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!ENUMS.contains(file.getFileName().toString())) {
                        Files.readAllLines(file).stream()
                                .filter(line -> pattern.matcher(line).find())
                                .forEach(line -> found.add(file + ": " + line.strip()));
                    }
                }
            }
        }
        return found;
    }

    private static String any(List<String> names) {
        return String.join("|", names);
    }
}
