package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/citestream check} against a line: a list in, findings and an exit code out. */
@WithLine
class CheckedListTest {

    private static final String HERO = "doi:10.5555/cs.hallam2016";
    private static final Path KINDS =
            Path.of("query-service/src/main/java/org/citestream/query/check/FindingKind.java");
    private static final Pattern KIND = Pattern.compile("(?m)^    [A-Z_]+\\(\"([a-z-]+)\", \"");

    private final Line line;

    CheckedListTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldEndWithOneWhenAListHasARetractedWork(@TempDir Path folder) throws IOException {
        // Given
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, HERO, new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
        Served.awaitIndexed(line);
        Path list = Files.writeString(
                folder.resolve("references.txt"), "10.5555/cs.tanaka2015\n10.5555/cs.hallam2016\n10.5555/nobody\n");
        // When
        Tool.Ended ended = check("--fail-on", "retracted,withdrawn", list.toString());
        // Then
        assertThat(ended.output()).contains("3 references", "retracted", "not-found", "{retracted=1}");
        assertThat(ended.status()).isEqualTo(1);
    }

    /** The services share no code, so the command has the names of query-service's findings once more. */
    @Test
    void shouldKnowEveryFinding() throws IOException {
        // Given
        List<String> kinds = KIND.matcher(Files.readString(Checkout.root().resolve(KINDS)))
                .results()
                .map(kind -> kind.group(1))
                .filter(kind -> !kind.equals("as-given"))
                .toList();
        // When
        Tool.Ended refused = check("--fail-on", "everything", "references.txt");
        // Then
        assertThat(refused.status()).isEqualTo(2);
        assertThat(kinds).hasSizeGreaterThan(5);
        assertThat(refused.output().strip()).endsWith("is not a finding; use " + String.join(", ", kinds));
    }

    private Tool.Ended check(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("check", "--url", line.query().base().toString()));
        all.addAll(List.of(arguments));
        return Tool.run(Tool.citestream(all.toArray(String[]::new)));
    }
}
