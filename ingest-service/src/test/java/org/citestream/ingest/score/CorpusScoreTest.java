package org.citestream.ingest.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.statement.StatementExtractor;
import org.junit.jupiter.api.Test;

/**
 * Real articles, where a corpus is at hand: system property or environment variable CITESTREAM_CORPUS, else
 * ../shared/corpus beside the checkout. Every nth file; {@code extract --score} measures them all.
 */
class CorpusScoreTest {
    private static final int EVERY_JATS = 23;
    private static final int EVERY_TEI = 9;

    private static Path corpus() {
        String named = System.getProperty("CITESTREAM_CORPUS", System.getenv("CITESTREAM_CORPUS"));
        Path path = named != null ? Path.of(named) : Path.of("..", "..", "shared", "corpus");
        assumeTrue(Files.isDirectory(path), "skipped: no corpus of real articles at " + path.toAbsolutePath());
        return path;
    }

    private static Scores score(Path folder, int every) throws Exception {
        ArticleParser parser = new ArticleParser();
        StatementExtractor extractor = new StatementExtractor(parser.limits().statements());
        Scores scores = new Scores();
        for (Path file : files(folder, every)) {
            byte[] bytes = Files.readAllBytes(file);
            scores.add(
                    GoldReader.read(new ByteArrayInputStream(bytes)),
                    extractor.extract(parser.parse(new ByteArrayInputStream(bytes))));
        }
        return scores;
    }

    private static List<Path> files(Path folder, int every) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> all = tree.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    @Test
    void shouldLoseNothingWhenRealJatsIsRead() throws Exception {
        // When
        Scores scores = score(corpus().resolve("jats"), EVERY_JATS);

        // Then
        assertThat(scores.body().all()).isPositive();
        assertThat(scores.body().share()).isGreaterThanOrEqualTo(0.995);
        assertThat(scores.implied().share()).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.dois().share()).isGreaterThanOrEqualTo(0.995);
        assertThat(scores.extra()).isLessThan(scores.body().all() / 1000 + 2);
    }

    @Test
    void shouldLoseNothingWhenRealTeiIsRead() throws Exception {
        // When
        Scores scores = score(corpus().resolve("tei"), EVERY_TEI);

        // Then
        assertThat(scores.body().all()).isPositive();
        assertThat(scores.body().share()).isEqualTo(1);
        assertThat(scores.dois().share()).isGreaterThanOrEqualTo(0.995);
        assertThat(scores.extra()).isZero();
    }
}
