package org.citestream.query.dialect.scite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citestream.query.api.Calls.numbers;
import static org.citestream.query.api.Calls.texts;
import static org.citestream.query.dialect.scite.SciteView.HALLAM;
import static org.citestream.query.dialect.scite.SciteView.ODD;
import static org.citestream.query.dialect.scite.SciteView.ODD_WRITTEN;
import static org.citestream.query.dialect.scite.SciteView.RETRACTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.Calls;
import org.citestream.query.api.WireSchema;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of scite's API over the samples, whose numbers are known, against the shapes that its clients read. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@Tag("slow")
class SciteContractTest extends ViewFixture {

    private static final String NOBODY = "10.5555/nobody";

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws SQLException, IOException {
        SciteView.fill(view);
    }

    @BeforeEach
    void awaitIndex() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(answer("SearchResultsResponse", "/search?term=agree&mode=citations")
                                .path("count")
                                .asInt())
                        .isPositive());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tallies/DOI                                | TallyResponse
            /tallies/cited-by-sections/DOI              | SectionTallyResponse
            /tallies/DOI/cited-by-pubmed-types          | PubmedSourceTallySchema
            /papers/DOI                                 | PaperResponse
            /papers/sources/DOI                         | PapersResponse
            /api_partner/citations/citing/DOI?papers=true&tallies=1    | CitationsExternalSchema
            /api_partner/citations/cited_by/DOI?papers=1&tallies=true  | CitationsCitedByExternalSchema
            /citations/citing/DOI                       | CitationsExternalSchema
            /citations/cited_by/DOI                     | CitationsCitedByExternalSchema
            /citations/all/DOI?citations=true&papers=true&tallies=true | CitationsCitedByExternalSchema
            /api_partner/references/references_to/DOI?papers=true&tallies=true   | ReferencesResponse
            /api_partner/references/references_from/DOI?papers=true&tallies=true | ReferencesResponse
            """)
    void shouldKeepTheFormatForKnownOddAndUnknownIds(String route, String shape) throws Exception {
        // When
        for (String doi : List.of(HALLAM, RETRACTED, ODD_WRITTEN, ODD_WRITTEN.replace("/", "%2F"))) {
            WireSchema.checked(shape, calls().ok(route.replace("DOI", doi)).body());
        }
        // Then
        for (String unknown : List.of(NOBODY, "10.5555%2FNOBODY", "nonsense")) {
            HttpResponse<String> answer = calls().get(route.replace("DOI", unknown));
            assertThat(answer.statusCode()).as(route + " " + unknown).isEqualTo(404);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            WireSchema.checked("NotFound", answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tallies                       | SmartCitationTalliesSchema | 500
            /papers                        | PapersResponse             | 500
            /tallies/cited-by-sections     | SectionTalliesSchema       | 500
            /tallies/cited-by-pubmed-types | PubmedSourceTalliesSchema  | 500
            /tallies/aggregate             | AggregateTallyResponse     | 100
            """)
    void shouldAnswerBatchesAndRefuseInvalidOnes(String route, String shape, int most) throws Exception {
        // Given
        String batch = json.writeValueAsString(
                List.of(HALLAM.toUpperCase(java.util.Locale.ROOT), ODD, NOBODY, RETRACTED, "nonsense"));
        String many = json.writeValueAsString(
                IntStream.rangeClosed(0, most).mapToObj(i -> "10.5555/" + i).toList());

        // When
        HttpResponse<String> answer = calls().send("POST", route, batch);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        WireSchema.checked(shape, answer.body());
        for (String wrong : List.of(many, "{", "{\"x\":1}", "[1]", "null", "\"10.1/x\"")) {
            HttpResponse<String> refused = calls().send("POST", route, wrong);
            assertThat(refused.statusCode()).as(route).isEqualTo(422);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            WireSchema.checked("HTTPValidationError", refused.body());
        }
    }

    @Test
    void shouldGiveTheNumbersOfTheSamples() throws Exception {
        // When
        JsonNode tally = answer("TallyResponse", "/tallies/" + HALLAM);
        // Then
        assertThat(numbers(tally, "total", "supporting", "contradicting", "mentioning", "citingPublications"))
                .containsExactly(21, 2, 0, 19, 19);
        JsonNode sections = answer("SectionTallyResponse", "/tallies/cited-by-sections/" + HALLAM);
        assertThat(numbers(sections, "total", "introduction", "methods", "results", "discussion", "other"))
                .containsExactly(21, 8, 2, 1, 3, 7);
        JsonNode citing = answer("CitationsExternalSchema", "/api_partner/citations/citing/" + RETRACTED);
        assertThat(citing.at("/metadata/totalCitationCount").asInt()).isEqualTo(4);
        assertThat(texts(citing.path("citations"), "type"))
                .containsExactlyInAnyOrder("contradicting", "contradicting", "mentioning", "mentioning");
        JsonNode paper = answer("PaperResponse", "/papers/" + RETRACTED);
        assertThat(texts(paper.path("editorialNotices"), "status")).containsExactly("Retracted");
        assertThat(paper.path("retracted").asBoolean()).isTrue();
    }

    @Test
    void shouldPageCitationsAndTellSelfCites() throws Exception {
        // Given
        JsonNode first = answer("CitationsExternalSchema", "/api_partner/citations/citing/" + HALLAM + "?limit=15");
        JsonNode rest =
                answer("CitationsExternalSchema", "/api_partner/citations/citing/" + HALLAM + "?limit=15&offset=15");
        List<String> ids = new ArrayList<>(texts(first.path("citations"), "id"));
        // When
        ids.addAll(texts(rest.path("citations"), "id"));
        // Then
        assertThat(ids).hasSize(21).doesNotHaveDuplicates();
        assertThat(first.has("papers")).isFalse();

        JsonNode odd =
                answer("CitationsExternalSchema", "/api_partner/citations/citing/" + ODD_WRITTEN + "?papers=true");
        assertThat(odd.at("/metadata/totalCitationCount").asInt()).isEqualTo(2);
        assertThat(odd.at("/metadata/restrictedCitationCount").asInt())
                .as("the one whose work has no DOI")
                .isEqualTo(1);
        assertThat(odd.at("/citations/0/target").asText()).isEqualTo(ODD);
        assertThat(odd.at("/citations/0/selfCites/0/family").asText()).isEqualTo("Ren");
        assertThat(odd.path("papers").has("10.5555/odd.citing")).isTrue();
    }

    @Test
    void shouldListReferencesBothWays() throws Exception {
        // When
        JsonNode to = answer("ReferencesResponse", "/api_partner/references/references_to/" + ODD_WRITTEN);
        // Then
        assertThat(to.at("/metadata/totalReferenceCount").asInt()).isEqualTo(2);
        assertThat(to.at("/references/0/source").asText()).isEqualTo("10.5555/odd.citing");
        JsonNode from =
                answer("ReferencesResponse", "/api_partner/references/references_from/10.5555/odd.citing?tallies=true");
        assertThat(texts(from.path("references"), "target")).containsExactlyInAnyOrder(ODD, "10.5555/named.only");
        assertThat(from.path("tallies").path(ODD).path("total").asInt()).isEqualTo(2);
        JsonNode others = answer(
                "ReferencesResponse",
                "/api_partner/references/references_to/" + ODD_WRITTEN + "?source_doi%5B%5D=" + HALLAM);
        assertThat(others.path("references")).isEmpty();
    }

    @Test
    void shouldSearchByWordsAndFilters() throws Exception {
        // When
        JsonNode said = answer("SearchResultsResponse", "/search?term=%22we+agree%22&mode=citations");
        // Then
        assertThat(texts(said.path("hits"), "id")).contains("10.5555/odd.citing");
        JsonNode hit = StreamSupport.stream(said.path("hits").spliterator(), false)
                .filter(one -> one.path("id").asText().equals("10.5555/odd.citing"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.at("/citations/0/snippet").asText())
                .contains("<strong class=\"highlight\">")
                .contains("<cite data-doi=\"10.1002/(sici)1096-8644(199711)104:3&lt;339")
                .contains("&lt;here&gt;")
                .doesNotContain("<here>");
        for (String same : List.of("/search?title=odd", "/api_partner/search?title=odd&mode=papers&format=json")) {
            assertThat(texts(answer("SearchResultsResponse", same).path("hits"), "id"))
                    .as(same)
                    .containsExactly(ODD);
        }
        assertThat(texts(
                        answer("SearchResultsResponse", "/search?has_retraction=true")
                                .path("hits"),
                        "id"))
                .containsExactly(RETRACTED);
        Map.of(
                        "contrasting_from=2", RETRACTED,
                        "sort=total_cited", HALLAM,
                        "sort=total_contrasted&limit=1", RETRACTED,
                        "date_from=1997&date_to=1997-12&topic=oddit", ODD,
                        "journal=odd&author=nobody", "",
                        "citation_types=contrasting&date_to=1998", "10.5555/odd.citing",
                        "topic=oddit&paper_type=article", ODD)
                .forEach((query, first) ->
                        assertThat(firstHit("/search?" + query)).as(query).isEqualTo(first));
        for (String wrong : List.of("limit=10001", "sort=x", "citation_types=y", "date_from=z", "has_tally=maybe")) {
            assertThat(calls().get("/search?" + wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(calls().ok("/search?term=AND+(").statusCode()).isEqualTo(200);
    }

    private String firstHit(String path) {
        try {
            return answer("SearchResultsResponse", path).at("/hits/0/id").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Test
    void shouldShareTheSearchPathWithPeople() throws Exception {
        for (String accept : List.of("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "*/*", "application/json")) {
            boolean person = accept.startsWith("text/html");
            assertThat(typeOf(accept, "/search?q=odd")).startsWith(person ? "text/html" : "application/json");
            assertThat(typeOf(accept, "/search?term=odd")).startsWith("application/json");
        }
    }

    private String typeOf(String accept, String path) {
        return io.restassured.RestAssured.given().accept(accept).get(path).contentType();
    }

    @Test
    void shouldWriteSearchesAsFiles() throws Exception {
        // When
        HttpResponse<String> csv = calls().ok("/search?title=odd&format=csv");
        // Then
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines().toList()).hasSize(2).element(0).asString().startsWith("doi,title,authors,year");
        HttpResponse<String> ris = calls().ok("/search?title=odd&format=ris");
        assertThat(ris.body().lines().toList())
                .startsWith("TY  - JOUR", "TI  - An odd one")
                .contains("DO  - " + ODD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            title=Citing+it&first_author=Okoye                 | 10.5555/odd.citing
            title=Citing+it.&first_author=undefined            | 10.5555/odd.citing
            title=Citing+it&first_author=placeholder           | 10.5555/odd.citing
            title=Citing+it&first_author=Ren&post_validate=true | none
            title=Something+else+entirely                      | none
            title=                                             | none
            """)
    void shouldMatchReferences(String query, String doi) throws Exception {
        // When
        JsonNode match = answer("Match", "/search/match_reference?" + query);
        // Then
        assertThat(match.path("matched").asBoolean()).isEqualTo(doi != null);
        assertThat(match.path("doi").textValue()).isEqualTo(doi);
        assertThat(match.has("doi")).isTrue();
    }

    @Test
    void shouldAnswerForJournals() throws Exception {
        // When
        JsonNode tally = answer("JournalTallyRS", "/journal/1234567x/tallies");
        // Then
        assertThat(numbers(
                        tally, "totalCites", "totalSupportingCites", "totalMentioningCites", "totalContrastingCites"))
                .as("works by ISSN and by name")
                .containsExactly(3, 1, 1, 1);
        assertThat(tally.path("title").asText()).isEqualTo("Odd Letters");
        JsonNode years = answer("JournalYearlySciteIndexesRS", "/journal/2345-6789/yearly-si");
        assertThat(texts(years, "relativeYear")).containsExactly("2004", "1998");
        assertThat(years.at("/1/siAllYears").asDouble()).isEqualTo(0.5);
        assertThat(years.at("/1/siTwoYears").asDouble())
                .as("about 1996 and 1997")
                .isEqualTo(1.0);
        assertThat(years.at("/0/siAllYears").isMissingNode()).as("neither").isTrue();
        assertThat(answer("JournalYearlySciteIndexesRS", "/journal/2345-6789/yearly-si?years=2004&years=1900"))
                .hasSize(1);
        JsonNode sji = answer("SjiList", "/issn-sji?issn=1234-567X&year=1998");
        assertThat(sji.at("/0/sjiAllYears").asDouble()).isEqualTo(0.5);
        String count = "/dashboards/journal/" + sji.at("/0/journalSlug").asText() + "/article-count";
        assertThat(answer("DashboardTotalArticleCountRS", count)
                        .path("totalArticleCount")
                        .asInt())
                .isEqualTo(2);
        HttpResponse<String> bulk = calls().send("POST", "/issn-sji-bulk", "[\"1234-567X\",\"0000-0000\"]");
        assertThat(WireSchema.checked("IssnSjiBulkResponse", bulk.body()).fieldNames())
                .toIterable()
                .containsExactly("1234-567X");
        JsonNode notices = answer("IssnEditorialNoticesResponse", "/issn-editorial-notices?issn=1234-567X,0000-0000");
        assertThat(notices.at("/0/notices/totalRetractions").asInt()).isZero();
        assertThat(notices.at("/1/notices").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/journal/0000-0000/tallies", "/journal/x/yearly-si", "/dashboards/journal/nobody/article-count"
            })
    void shouldSayNotFoundForUnknownJournals(String path) throws Exception {
        // When
        HttpResponse<String> answer = calls().get(path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        WireSchema.checked("NotFound", answer.body());
    }

    @Test
    void shouldReportStats() throws Exception {
        // Given
        JsonNode stats = answer("StatsDB", "/stats");
        int types = numbers(stats, "supportingTotal", "mentioningTotal", "contrastingTotal").stream()
                .mapToInt(Integer::intValue)
                .sum();
        // When
        int sections =
                numbers(stats, "introductionTotal", "methodsTotal", "resultsTotal", "discussionTotal", "otherTotal")
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        // Then
        assertThat(stats.path("citationStatementsTotal").asInt())
                .isEqualTo(sections)
                .isGreaterThanOrEqualTo(types)
                .isGreaterThan(150);
        JsonNode subjects = answer("SubjectCoverageResponse", "/stats/subject-coverage");
        assertThat(subjects.at("/0/displayName").asText()).isEqualTo("Oddities");
        assertThat(numbers(subjects.get(0), "publications", "citationStatements", "supporting"))
                .containsExactly(1, 2, 1);
    }

    @Test
    void shouldFindTheReportByItsSlug() throws Exception {
        // When
        String slug =
                answer("PaperResponse", "/papers/" + ODD_WRITTEN).path("slug").asText();
        // Then
        assertThat(calls().get("/reports/" + slug + "?utm_source=x").body()).contains("An odd one");
    }

    private Calls calls() {
        return new Calls(base);
    }

    private JsonNode answer(String shape, String path) throws IOException, InterruptedException {
        return calls().answer(shape, path);
    }
}
