package org.citestream.query.project.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedEvidenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PackedEvidence.Texts TEXTS = new PackedEvidence.Texts(
            "Unlike Ren et al., WE FOUND no such İ effect in mice, then or later on.", "The sentence before.", null);

    @Test
    void shouldBeShortWhenFeaturesAreWordsOfTheStatement() throws Exception {
        // Given
        JsonNode evidence = read("""
            [{'in':'text','span':[0,6],'feature':'unlike','weight':0.4123,'toward':'contrasting'},
             {'in':'text','span':[19,27],'feature':'we found','weight':-0.2046,'toward':'mentioning'},
             {'in':'before','span':[4,12],'feature':'sentence','weight':0.0783,'toward':'mentioning'}]\
            """);
        // When
        byte[] packed = PackedEvidence.pack(evidence, TEXTS);
        // Then
        assertThat(packed).hasSizeLessThan(25);
        assertThat(PackedEvidence.unpack(packed, TEXTS)).isEqualTo(evidence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'feature':'standing:results','weight':1.5,'toward':'supporting'}]",
                "[{'in':'text','span':[10,14],'feature':'<cite>','weight':0.1161,'toward':'mentioning'}]",
                "[{'in':'after','span':[0,3],'feature':'the','weight':0.33333333333,'toward':'method'}]",
                "[{'in':'heading','span':[0,7],'feature':'results','weight':-1.0E-4,'toward':'result'}]",
                "[{'in':'text','span':[0,700],'feature':'behind the end','weight':12345.6789,'toward':'background'}]",
                "[{'in':'footnote','feature':'x','weight':0.5,'toward':'supporting'}]",
                "[{'in':'text','span':[1],'feature':'x','weight':0.5,'toward':'supporting'}]",
                "[{'in':'text','span':[-1,2],'feature':'x','weight':0.5,'toward':'supporting'}]",
                "[{'feature':'x','weight':1,'toward':'supporting'}]",
                "[{'feature':'x','weight':0.5,'toward':'elsewhere'}]",
                "[{'feature':'x','weight':0.5,'toward':'supporting','more':{'a':[1,2]}}]",
                "[{'in':'','feature':'x','weight':0.5,'toward':'supporting'}]",
                "[{'in':null,'feature':'x','weight':0.5,'toward':'supporting'}]",
                "['words', 3]",
                "{'feature':'x'}"
            })
    void shouldBeRestoredUnchanged(String evidence) throws Exception {
        // When
        JsonNode written = read(evidence);
        // Then
        assertThat(PackedEvidence.unpack(PackedEvidence.pack(written, TEXTS), TEXTS))
                .isEqualTo(written);
    }

    @Test
    void shouldBeEmptyWhenNothingIsGiven() {
        assertThat(PackedEvidence.unpack(PackedEvidence.pack(null, TEXTS), TEXTS))
                .isEmpty();
    }

    @Test
    void shouldBeRestoredWhateverItContains() {
        // Given
        Random random = new Random(5);
        // When, Then
        for (int run = 0; run < 2000; run++) {
            ArrayNode evidence = JSON.createArrayNode();
            for (int item = random.nextInt(8); item > 0; item--) {
                ObjectNode one = evidence.addObject();
                int start = random.nextInt(50);
                int end = start + random.nextInt(12);
                one.put("in", List.of("text", "before", "after", "heading").get(random.nextInt(4)));
                one.putArray("span").add(start).add(end);
                String text = TEXTS.text();
                one.put(
                        "feature",
                        random.nextBoolean() && end <= text.length()
                                ? text.substring(start, end).toLowerCase(Locale.ROOT)
                                : "feature " + random.nextInt());
                one.put(
                        "weight",
                        random.nextBoolean() ? Math.rint(random.nextGaussian() * 1e4) / 1e4 : random.nextDouble());
                one.put(
                        "toward",
                        List.of("supporting", "mentioning", "contrasting").get(random.nextInt(3)));
            }
            assertThat(PackedEvidence.unpack(PackedEvidence.pack(evidence, TEXTS), TEXTS))
                    .isEqualTo(evidence);
        }
    }

    private static JsonNode read(String json) throws Exception {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
