package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be an article is refused with what and where; nothing is published and the service stays up. */
@WithLine
class BadInputTest {

    private static final String GOOD = Samples.world("bad").get("abara-2017").xml();

    private final Line line;

    BadInputTest(Line line) {
        this.line = line;
    }

    static List<Arguments> badInputs() {
        return List.of(
                Arguments.of("empty", "", false),
                Arguments.of("not XML", "Dear editor, please find attached our article.", true),
                Arguments.of("wrong root", "<?xml version=\"1.0\"?>\n<html><body>citations</body></html>", true),
                Arguments.of("truncated", GOOD.substring(0, GOOD.length() / 2), true),
                Arguments.of("billion laughs", billionLaughs(), true),
                Arguments.of("an external entity", externalEntity(), true),
                Arguments.of("neither id nor title", nameless(), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInputs")
    void shouldRefuseWithWhatAndWhere(String name, String body, boolean hasPlace) {
        // Given
        long before = line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS);

        // When
        Api.Answer answer = line.ingest().post("/articles", body);

        // Then
        assertRefused(answer);
        if (hasPlace) {
            assertThat(answer.json().path("line").asInt()).as(answer.body()).isPositive();
            assertThat(answer.json().path("column").asInt()).as(answer.body()).isPositive();
        }
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS)).isEqualTo(before);
        assertThat(line.ingest().get("/q/health/ready").status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseWhenLargerThanTheLimit() {
        // Given: an article just over the default limit of 50 MB, in one text that never ends
        String head = GOOD.substring(0, GOOD.indexOf("<body>") + 6) + "<p>";
        byte[] filler =
                "Voles were seen at dusk and at dawn. ".repeat(1500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long before = line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS);

        // When
        Api.Answer answer = line.ingest()
                .post(
                        "/articles",
                        BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArrays(java.util.Collections.nCopies(1000, filler))));

        // Then
        assertRefused(answer);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS)).isEqualTo(before);
    }

    private static void assertRefused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
    }

    private static String billionLaughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return withDoctype("<!DOCTYPE article [" + entities + "]>").replace("Their map", "&l11;");
    }

    private static String externalEntity() {
        return withDoctype("<!DOCTYPE article [<!ENTITY host SYSTEM \"file:///etc/hostname\">]>")
                .replace("Their map", "&host;");
    }

    private static String nameless() {
        return GOOD.replaceAll("(?s)<article-id.*?</article-id>", "")
                .replaceAll("(?s)<title-group>.*?</title-group>", "");
    }

    /** abara-2017 has no document type of its own. */
    private static String withDoctype(String doctype) {
        return GOOD.replaceFirst("<article ", java.util.regex.Matcher.quoteReplacement(doctype) + "\n<article ");
    }
}
