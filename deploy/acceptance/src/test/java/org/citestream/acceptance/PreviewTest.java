package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ingest would take out of a file, against the gold. */
@WithLine
class PreviewTest {

    private final Line line;

    PreviewTest(Line line) {
        this.line = line;
    }

    static List<Sample> samples() {
        return Samples.asTheyAre().all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldExtractTheGoldWhenPreviewed(Sample sample) {
        ExpectedJson.assertMatches(
                line.ingest().post("/articles?preview=true", sample.xml()).ok(), sample.expected());
    }

    @Test
    void shouldPublishNothingWhenPreviewed() {
        // Given
        long before = line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS);

        // When
        line.ingest()
                .post(
                        "/articles?preview=true",
                        Samples.asTheyAre().get("abara-2017").xml())
                .ok();

        // Then
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS)).isEqualTo(before);
    }
}
