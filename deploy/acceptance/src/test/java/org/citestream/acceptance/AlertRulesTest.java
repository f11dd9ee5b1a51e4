package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The alerts of deploy/prometheus: each fires when it should, and the runbook says what to do. */
@Execution(ExecutionMode.CONCURRENT)
class AlertRulesTest {

    private static final Path PROMETHEUS = Checkout.root().resolve("deploy/prometheus");
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

    @Test
    void shouldFireAndKeepQuietAsItsTestsSayWhenPromtoolIsFound() {
        // Given
        Path promtool = Tool.find("promtool");
        List<String> command = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
        files("tests").forEach(file -> command.add(file.toString()));

        // When
        Tool.Ended ended = Tool.run(command);

        // Then
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).doesNotContain("FAILED");
    }

    @Test
    void shouldHaveATestAndARunbookEntryWhenAnAlertExists() {
        // Given
        List<String> alerts = names("rules", ALERT);

        // When
        List<String> tested = names("tests", Pattern.compile("alertname: (\\w+)"));

        // Then
        assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(tested).containsAll(alerts);
        assertThat(headings()).containsExactlyInAnyOrderElementsOf(alerts);
    }

    private static List<String> headings() {
        return Pattern.compile("(?m)^### (\\w+)$")
                .matcher(read(Checkout.root().resolve("deploy/RUNBOOK.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> names(String folder, Pattern pattern) {
        return files(folder).stream()
                .flatMap(file -> pattern.matcher(read(file)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(PROMETHEUS.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
