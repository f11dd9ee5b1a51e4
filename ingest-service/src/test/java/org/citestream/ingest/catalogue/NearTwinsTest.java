package org.citestream.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citestream.ingest.article.PublicationIds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of descriptions that look alike, judged by hand; most are of real articles. */
class NearTwinsTest {
    private static final double THRESHOLD = 0.9;
    private static final int FIELDS = 10;

    static List<String> pairs() throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                NearTwinsTest.class.getResourceAsStream("/twins/pairs.tsv"), StandardCharsets.UTF_8))) {
            return file.lines().skip(1).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldTellTwinsFromOneWorkWhenAPersonCan(String pair) {
        // Given
        String[] fields = pair.split("\t", -1);
        assertThat(fields).hasSize(FIELDS);
        BibliographicKey one = work(fields[1], fields[2], fields[3], fields[4]);
        BibliographicKey other = work(fields[5], fields[6], fields[7], fields[8]);
        // When
        double score = WorkSimilarity.of(one, other);
        // Then
        assertThat(score >= THRESHOLD).as("%s, %.3f", fields[9], score).isEqualTo(fields[0].equals("same"));
        assertThat(WorkSimilarity.of(other, one)).isEqualTo(score);
    }

    private static BibliographicKey work(String title, String author, String year, String journal) {
        return new BibliographicKey(
                PublicationIds.normalise(title),
                PublicationIds.normalise(author),
                year.isEmpty() ? null : Integer.valueOf(year),
                BibliographicKey.Form.UNKNOWN,
                PublicationIds.normalise(journal));
    }
}
