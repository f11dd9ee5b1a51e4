package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.query.PlatformResource;
import org.citestream.query.change.Change;
import org.citestream.query.stream.StreamFilter;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Report, export, search and stream find the same under every facet, and refuse the same in the same words. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class FacetsAgreeTest extends ViewFixture {

    private static final String CITED = "doi:10.5555/agree.cited";
    private static final String WORD = "quokkaful";

    private static final List<SampleWork> CITING = List.of(
            SampleWork.of("doi:10.5555/agree.0", "Zero", "2014")
                    .by("Ada Okoye")
                    .in("Annals of Agreement", "research-article"),
            SampleWork.of("doi:10.5555/agree.1", "One", "2018-03")
                    .by("Ping Ren", "Ada Okoye")
                    .in("Letters of Agreement", "review-article")
                    .noticed("erratum"),
            SampleWork.of("doi:10.5555/agree.2", "Two", null));

    private static final List<SampleStatement> SAID = IntStream.range(0, 24)
            .mapToObj(i -> SampleStatement.of(CITING.get(i % 3).id(), CITED, "We found it " + WORD + " here.")
                    .as(at(Facet.TYPE, i / 3), 0.7)
                    .in(at(Facet.SECTION, i / 2))
                    .meant(at(Facet.INTENT, i / 4))
                    .at(at(Facet.POSITION, i))
                    .related(at(Facet.RELATIONSHIP, i / 5))
                    .nth(i / 3))
            .toList();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/api/v1/stream")
    URL stream;

    private static String at(Facet facet, int i) {
        return facet.choices().get(i % facet.choices().size());
    }

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(SampleWork.of(CITED, "Agreement", "2001")))
                .works(CITING)
                .said(SAID)
                .announced();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().queryParam("q", WORD)
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(SAID.size())));
    }

    static Stream<Arguments> questions() {
        List<Arguments> questions = new ArrayList<>();
        for (Facet facet : Facet.OF_REPORTS) {
            values(facet).forEach(value -> questions.add(Arguments.of(facet, value, value)));
            if (!facet.choices().isEmpty()) {
                values(facet)
                        .forEach(value -> questions.add(Arguments.of(facet, value, value.toUpperCase(Locale.ROOT))));
            }
        }
        questions.add(Arguments.of(Facet.TYPE, "contrasting", "Contradicting"));
        questions.add(Arguments.of(Facet.YEAR, "2018", "2015.."));
        questions.add(Arguments.of(Facet.YEAR, "2014", "..2015"));
        questions.add(Arguments.of(Facet.YEAR, "2014", "2010..2017"));
        questions.add(Arguments.of(Facet.YEAR, "unknown", "Unknown"));
        return questions.stream();
    }

    private static List<String> values(Facet facet) {
        return switch (facet) {
            case YEAR -> List.of("2014", "2018", "unknown");
            case PUBLICATION_TYPE -> List.of("research-article", "review-article", "unknown", "nothing of the kind");
            case AUTHOR -> List.of("Ada Okoye", "Ping Ren", Facet.NONE);
            case JOURNAL -> List.of("Annals of Agreement", "unknown");
            default -> facet.choices();
        };
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldFindTheSameInEveryEngine(Facet facet, String value, String written) throws IOException {
        // Given
        long expected = SAID.stream().filter(said -> has(said, facet, value)).count();

        // When
        Map<String, Long> found = new LinkedHashMap<>();
        found.put("report", report(facet, written));
        found.put("export of the report", lines(exported(facet, written, "cited", CITED)));
        found.put("export of the search", lines(exported(facet, written, "q", WORD)));
        if (Facet.OF_SEARCH.contains(facet)) {
            found.put("search", searched(facet, written));
        }
        if (facet != Facet.NOTICE) {
            // There a notice is news of its own, not a trait of the work that cites.
            StreamFilter filter = StreamFilter.parse(Map.of(facet.parameter(), List.of(written)));
            found.put(
                    "stream",
                    SAID.stream()
                            .map(FacetsAgreeTest::change)
                            .filter(filter::matches)
                            .count());
        }

        // Then
        assertThat(found.values()).as("%s", found).containsOnly(expected);
    }

    @ParameterizedTest
    @EnumSource(Facet.class)
    void shouldRefuseTheSameInTheSameWords(Facet facet) throws Exception {
        // Given
        String bogus = facet == Facet.YEAR ? "20x5" : "bogus";
        boolean refused = facet == Facet.YEAR || !facet.choices().isEmpty();
        List<Response> answers = new ArrayList<>();
        if (Facet.OF_REPORTS.contains(facet)) {
            answers.add(given().queryParam(facet.parameter(), bogus).get("/api/v1/reports/" + CITED));
            answers.add(exported(facet, bogus, "cited", CITED));
            answers.add(exported(facet, bogus, "q", WORD));
        }
        // When
        if (Facet.OF_SEARCH.contains(facet)) {
            answers.add(given().queryParam("q", WORD)
                    .queryParam(facet.parameter(), bogus)
                    .get("/api/v1/search"));
        }
        // Then
        for (Response answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(refused ? 400 : 200);
            if (refused) {
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.path("parameter").toString()).isEqualTo(facet.parameter());
                assertThat(answer.path("detail").toString())
                        .isEqualTo(answers.get(0).path("detail").toString());
            }
        }
        assertThat(streamed(facet, bogus)).isEqualTo(refused || facet == Facet.LICENCE ? 400 : 200);
        for (String page : List.of("/reports/10.5555/agree.cited", "/search", "/live")) {
            boolean read = page.equals("/search")
                    ? Facet.OF_SEARCH.contains(facet)
                    : Facet.OF_REPORTS.contains(facet) && !(page.equals("/live") && facet == Facet.YEAR);
            // Who asks /search for anything but a page speaks scite's dialect.
            assertThat(given().accept("text/html")
                            .queryParam(facet.parameter(), bogus)
                            .get(page)
                            .statusCode())
                    .as("%s of %s", facet, page)
                    .isEqualTo(refused && read ? 400 : 200);
        }
    }

    private static boolean has(SampleStatement said, Facet facet, String value) {
        return facets(said).get(facet.parameter()).contains(value);
    }

    private static Map<String, List<String>> facets(SampleStatement said) {
        return said.facets(CITING.stream()
                .filter(work -> work.id().equals(said.citing()))
                .findFirst()
                .orElseThrow());
    }

    private static Change change(SampleStatement said) {
        return new Change(
                1,
                ChangeType.STATEMENT_ADDED,
                said.cited(),
                said.citing(),
                said.id(),
                Cause.ARTICLE,
                "{}",
                facets(said),
                null,
                Instant.EPOCH);
    }

    private long report(Facet facet, String written) throws IOException {
        return number(given().queryParam(facet.parameter(), written).get("/api/v1/reports/" + CITED), "matching");
    }

    private long searched(Facet facet, String written) throws IOException {
        return number(
                given().queryParam("q", WORD)
                        .queryParam(facet.parameter(), written)
                        .get("/api/v1/search"),
                "total");
    }

    /** A path of REST Assured is compiled whenever it is read, which would take longer than all the questions. */
    private long number(Response answer, String field) throws IOException {
        return json.readTree(answer.asByteArray()).required(field).asLong();
    }

    private static Response exported(Facet facet, String written, String name, String value) {
        return given().queryParam(name, value)
                .queryParam("format", "csv")
                .queryParam(facet.parameter(), written)
                .get("/api/v1/exports/statements");
    }

    /** Behind the header. */
    private static long lines(Response csv) {
        return csv.then().statusCode(200).extract().asString().lines().count() - 1;
    }

    private int streamed(Facet facet, String written) throws Exception {
        URI address =
                URI.create(stream + "?" + facet.parameter() + "=" + URLEncoder.encode(written, StandardCharsets.UTF_8));
        HttpResponse<InputStream> answer =
                CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }
}
