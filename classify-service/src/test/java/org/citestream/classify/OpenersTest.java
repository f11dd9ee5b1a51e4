package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;
import org.citestream.classify.section.SectionRules;
import org.citestream.classify.train.GroupSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Discourse openers alone never decide. The sentences are our own, labelled by the definition. */
class OpenersTest {

    private record Row(CitationType type, Statement statement) {}

    private static final double SHARE = 0.15;

    /** The linear model alone, and as shipped with the encoder behind it. */
    static Stream<Classifier> models() {
        var linear = new LinearClassifier(ModelSource.load(Optional.empty()), LinearClassifier.ALONE);
        Classifier both =
                EncoderSource.behind(linear, TypeScores.SERVED, Optional.empty(), SHARE, Optional.empty(), why -> {
                    throw new AssertionError(why);
                });
        return Stream.of(linear, both);
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldNeverPublishMoreThanAMentionWhenOnlyAnOpenerSpeaksForIt(Classifier model) throws IOException {
        // Given
        List<Row> mentions = rows().stream()
                .filter(row -> row.type() == CitationType.MENTIONING)
                .toList();
        // When
        List<CitationType> published = mentions.stream()
                .map(row -> model.decide(row.statement()).type())
                .toList();
        long wrong = mentions.stream()
                .filter(row -> model.decide(row.statement()).mostProbable() != CitationType.MENTIONING)
                .count();
        // Then
        assertThat(mentions).hasSize(40);
        assertThat(published).isSubsetOf(CitationType.MENTIONING, CitationType.UNCLASSIFIED);
        // The model's own level: where it leans toward more it doubts, and abstains.
        assertThat(wrong).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldFollowOwnEvidenceWhenItIsThere(Classifier model) throws IOException {
        // Given
        List<Row> evidence = rows().stream()
                .filter(row -> row.type() != CitationType.MENTIONING)
                .toList();
        // When
        List<String> wrong = evidence.stream()
                .filter(row -> model.decide(row.statement()).mostProbable() != row.type())
                .map(row -> model.decide(row.statement()).scores() + " "
                        + row.statement().text())
                .toList();
        // Then
        assertThat(evidence).hasSize(24);
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        try (InputStream in = OpenersTest.class.getResourceAsStream("openers.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    rows.add(row(line.split("\t", 3)));
                }
            }
        }
        return rows;
    }

    private static Row row(String[] cells) {
        String text = cells[2];
        int open = text.indexOf('[') >= 0 ? text.indexOf('[') : text.indexOf('(');
        int close = text.indexOf(text.charAt(open) == '[' ? ']' : ')', open) + 1;
        var cites = List.of(new Span(open, close));
        var section = new SectionRules().section(Optional.empty(), List.of(cells[1]));
        var statement = new Statement(
                text, "", "", cites, List.of(cells[1]), section, GroupSize.of(text, cites), "body", Optional.of("en"));
        return new Row(CitationType.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT)), statement);
    }
}
