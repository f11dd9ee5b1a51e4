package org.citestream.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name for one thing in all modules, tests included. Reads the sources; needs no line. */
class NamesTest {

    /** Comments, text blocks, strings and characters, so that only code is left. */
    private static final Pattern NO_CODE = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|/\\*[\\s\\S]*?\\*/|//[^\\n]*");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

    private static final Pattern EXCEPTION =
            Pattern.compile("\\bclass\\s+(\\w+)[^{]*?\\sextends\\s+\\w*(?:Exception|Error|Throwable)\\b");

    /** Time comes from {@code Instant.now()}: nothing here sets a clock. */
    private static final Pattern CLOCK = Pattern.compile("import java\\.time\\.(?:Clock|InstantSource);");

    /** JBoss Logging in the services and the kit; the JDK's own in what runs without a framework. */
    private static final Pattern OTHER_LOGGER =
            Pattern.compile("import org\\.slf4j\\.Logger;|java\\.util\\.logging\\.Logger LOG");

    /** A type, and the file that declares it. */
    private record Declared(String name, Path file) {}

    static Stream<String> modules() {
        return Stream.of(
                "ingest-service",
                "classify-service",
                "query-service",
                "deploy/kit",
                "deploy/cli",
                "deploy/platform",
                "deploy/training");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void shouldNameOneTypeWhenANameIsUsed(String module) {
        // When
        Map<String, List<Path>> types = sources(module)
                .flatMap(file -> matches(TYPE, file).map(name -> new Declared(name, file)))
                .collect(groupingBy(Declared::name, TreeMap::new, mapping(Declared::file, toList())));

        // Then
        assertThat(types).hasSizeGreaterThan(10);
        assertThat(types).allSatisfy((name, files) -> assertThat(files).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void shouldEndWithExceptionWhenATypeCanBeThrown(String module) {
        // When
        List<String> thrown =
                sources(module).flatMap(file -> matches(EXCEPTION, file)).toList();

        // Then
        assertThat(thrown).allSatisfy(name -> assertThat(name).endsWith("Exception"));
    }

    @Test
    void shouldFindExceptionsWhenThereAreSome() {
        assertThat(sources("ingest-service").flatMap(file -> matches(EXCEPTION, file)))
                .contains("PublishException", "UnreadableArticleException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "classify-service", "query-service", "deploy"})
    void shouldLogAndTellTheTimeInOneWayWhenCodeDoes(String module) {
        assertThat(sources(module)).noneSatisfy(file -> {
            String code = code(file);
            assertThat(CLOCK.matcher(code).find() || OTHER_LOGGER.matcher(code).find())
                    .isTrue();
        });
    }

    private static Stream<Path> sources(String module) {
        return Documents.in(module + (module.equals("deploy") ? "" : "/src"), ".java").stream();
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        return pattern.matcher(code(file)).results().map((MatchResult found) -> found.group(1));
    }

    private static String code(Path file) {
        return NO_CODE.matcher(Documents.read(file)).replaceAll("\"\"");
    }
}
