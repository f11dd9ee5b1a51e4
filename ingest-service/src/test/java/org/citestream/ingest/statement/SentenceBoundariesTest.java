package org.citestream.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Boundaries in paragraphs made of citing sentences that others cut, beside the JDK's bare break iterator. Needs the
 * labelled data (optional; its text is nowhere in this project).
 */
class SentenceBoundariesTest {
    private static final Path LABELLED = Path.of("../../shared/labelled/citations.jsonl");
    private static final Set<String> SOURCES = Set.of("clinical", "scicite", "disagreement");
    private static final int SENTENCES_IN_A_PARAGRAPH = 5;

    @Test
    void shouldCutBetterThanABareBreakIteratorWhenCitingSentencesStandInParagraphs() throws IOException {
        assumeTrue(Files.exists(LABELLED), "no labelled data beside the project: sentence boundaries are not scored");
        // Given
        List<String> sentences = sentences();
        Score ours = new Score();
        Score bare = new Score();

        // When
        for (int at = 0; at + SENTENCES_IN_A_PARAGRAPH <= sentences.size(); at += SENTENCES_IN_A_PARAGRAPH) {
            List<String> paragraph = sentences.subList(at, at + SENTENCES_IN_A_PARAGRAPH);
            String text = String.join(" ", paragraph);
            Set<Integer> gold = ends(paragraph);
            ours.count(gold, ours(text));
            bare.count(gold, bare(text));
        }

        // Then
        System.out.println("sentence boundaries, " + sentences.size() + " sentences: ours " + ours + ", bare " + bare);
        assertThat(ours.f1()).isGreaterThan(bare.f1()).isGreaterThan(0.98);
    }

    private static Set<Integer> ends(List<String> paragraph) {
        Set<Integer> ends = new HashSet<>();
        int at = 0;
        for (String sentence : paragraph.subList(0, paragraph.size() - 1)) {
            at += sentence.length();
            ends.add(at);
            at++;
        }
        return ends;
    }

    private static Set<Integer> ours(String text) {
        Set<Integer> ends = new HashSet<>();
        for (Span sentence : SentenceSplitter.split(text, List.of())) {
            ends.add(sentence.end());
        }
        ends.remove(text.length());
        return ends;
    }

    private static Set<Integer> bare(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        Set<Integer> ends = new HashSet<>();
        for (int end = breaks.next(); end != BreakIterator.DONE && end < text.length(); end = breaks.next()) {
            ends.add(text.substring(0, end).stripTrailing().length());
        }
        return ends;
    }

    /** Rows that are one sentence, as far as can be told without a splitter; none twice. */
    private static List<String> sentences() throws IOException {
        ObjectMapper json = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        Set<String> seen = new HashSet<>();
        List<String> sentences = new ArrayList<>();
        try (Stream<String> lines = Files.lines(LABELLED)) {
            lines.map(line -> {
                        try {
                            return json.readTree(line);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .filter(row -> SOURCES.contains(row.path("source").asText()))
                    .map((JsonNode row) -> row.path("text").asText().strip().replaceAll("\\s+", " "))
                    .filter(text -> isOneSentence(text) && seen.add(text))
                    .forEach(sentences::add);
        }
        return sentences;
    }

    /** Begun in upper case, ended by a stop that ends it, brackets closed, no long word with a stop inside. */
    private static boolean isOneSentence(String text) {
        return text.matches("\\p{Lu}.*[^. ]\\.")
                && !text.matches(".*\\b(al|Figs?|vs|etc|approx|[A-Z])\\.")
                && count(text, '(') == count(text, ')')
                && count(text, '[') == count(text, ']')
                && !text.matches(".*(\\p{Ll}{4}|[)\\]])[.?!]\\d* ?\\p{Lu}.*");
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }

    private static final class Score {
        private int right;
        private int invented;
        private int missed;
        private int exact;
        private int paragraphs;

        void count(Set<Integer> gold, Set<Integer> found) {
            Set<Integer> both = new HashSet<>(gold);
            both.retainAll(found);
            right += both.size();
            invented += found.size() - both.size();
            missed += gold.size() - both.size();
            exact += gold.equals(found) ? 1 : 0;
            paragraphs++;
        }

        double f1() {
            return 2.0 * right / (2.0 * right + invented + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "P %.4f R %.4f F1 %.4f, paragraphs exact %.3f",
                    right / (double) (right + invented),
                    right / (double) (right + missed),
                    f1(),
                    exact / (double) paragraphs);
        }
    }
}
