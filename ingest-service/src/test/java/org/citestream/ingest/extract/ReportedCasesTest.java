package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shapes of files that users of JATS and TEI tools reported as misread, as small inputs of our own, and what is right for
 * each. Beside {@code NAME.xml} or {@code NAME.json}, {@code NAME.txt} names the facts that matter, one {@code name: value} a line.
 */
class ReportedCasesTest {
    static List<Path> shapes() throws IOException, URISyntaxException {
        Path folder = Path.of(ReportedCasesTest.class.getResource("/shapes").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldReadWhatIsRightWhenShapeWasReported(Path file) throws IOException {
        // Given
        Map<String, String> right = expected(file);
        // When
        Map<String, String> read = CaseSummary.of(Files.readAllBytes(file));
        // Then
        assertThat(right).isNotEmpty();
        read.keySet().retainAll(right.keySet());
        assertThat(read).containsExactlyInAnyOrderEntriesOf(right);
    }

    private static Map<String, String> expected(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.\\w+$", ".txt"));
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(beside)) {
            int colon = line.indexOf(": ");
            facts.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return facts;
    }
}
