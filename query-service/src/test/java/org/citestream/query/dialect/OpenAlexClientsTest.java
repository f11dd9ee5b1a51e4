package org.citestream.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.Calls;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as pyalex and openalexR send them, in their encoding. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OpenAlexClientsTest extends ViewFixture {

    private static final String NUMBAT = "doi:10.5555/oa.numbat";
    private static final String DIET = "doi:10.5555/oa.diet";
    private static final String REVIEW = "doi:10.5555/oa.review";
    private static final String OLD = "pmid:96000001";
    private static final String ORCID = "0000-0001-5109-3700";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(NUMBAT, "Numbats by day", "2010-07-01")
                                .by("Mara Vance", "Ivo Sand")
                                .in("Journal of Numbats", "research-article")
                                .noticed("retraction"),
                        SampleWork.of(DIET, "What numbats eat", "2016").by("Ivo Sand"),
                        SampleWork.of(REVIEW, "Numbats, a review", "2021-03").in("Reviews of Day", "review"),
                        SampleWork.of(OLD, "Banded anteaters", "1956")))
                .said(List.of(
                        SampleStatement.of(DIET, NUMBAT, "By day, they eat."),
                        SampleStatement.of(REVIEW, NUMBAT, "They wake by day.").nth(1),
                        SampleStatement.of(REVIEW, DIET, "They eat termites.").nth(2),
                        SampleStatement.of(NUMBAT, OLD, "They were called so.")));
        view.run("UPDATE %s.publication SET abstract = 'Numbats wake by day and by day they eat.', authors ="
                + " '[{\"given\":\"Mara\",\"family\":\"Vance\",\"orcid\":\"" + ORCID
                + "\"},{\"given\":\"Ivo\",\"family\":\"Sand\"}]', author_names = ARRAY['Mara Vance', '" + ORCID
                + "', 'Ivo Sand'] WHERE id = '" + NUMBAT + "'");
        view.announced();
    }

    /** The index, which knows words, ORCIDs and numbers, follows the tables a moment later; no other test's works say numbats. */
    @BeforeEach
    void indexed() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ids("/works?filter=author.orcid:" + ORCID)).containsExactly(NUMBAT));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids("/works?search=numbats")).contains(NUMBAT, DIET, REVIEW));
    }

    @ParameterizedTest
    @CsvSource({
        "/works/https%3A%2F%2Fdoi.org%2F10.5555%2Foa.numbat",
        "/works/https://doi.org/10.5555/OA.numbat",
        "/works/doi:10.5555/oa.numbat?mailto=reader@example.org",
    })
    void shouldAnswerAWorkHoweverItIsNamed(String path) throws Exception {
        // When
        JsonNode work = get(path);
        // Then
        assertThat(work.path("doi").asText()).isEqualTo("https://doi.org/10.5555/oa.numbat");
        assertThat(work.path("publication_date").asText()).isEqualTo("2010-07-01");
        assertThat(work.at("/authorships/0/author/orcid").asText()).isEqualTo("https://orcid.org/" + ORCID);
        assertThat(work.at("/authorships/1/author_position").asText()).isEqualTo("last");
        assertThat(work.path("cited_by_count").asInt()).isEqualTo(2);
        assertThat(work.path("is_retracted").asBoolean()).isTrue();
        assertThat(work.at("/primary_location/source/display_name").asText()).isEqualTo("Journal of Numbats");
        assertThat(work.at("/abstract_inverted_index/day").toString()).isEqualTo("[3,6]");
        assertThat(work.path("counts_by_year").toString())
                .isEqualTo("[{\"year\":2021,\"cited_by_count\":1},{\"year\":2016,\"cited_by_count\":1}]");
        assertThat(work.path("referenced_works")).hasSize(1);
        assertThat(work.path("related_works")).isNotEmpty();
    }

    @Test
    void shouldFollowTheNumbersOfItsAnswers() throws Exception {
        // Given
        JsonNode work = get("/works/doi:10.5555/oa.numbat");
        String number = number(work);
        // When, Then: as pyalex asks, Works()["W…"], Works().filter(cites="W…"), Works()[work["referenced_works"]]
        assertThat(get("/works/" + number).path("doi").asText())
                .isEqualTo(work.path("doi").asText());
        assertThat(ids("/works?filter=cites:" + number)).containsExactly(DIET, REVIEW);
        assertThat(ids("/works?filter=cited_by:" + number)).containsExactly(OLD);
        String referenced = work.at("/referenced_works/0").asText();
        assertThat(ids("/works?filter=openalex_id:"
                        + java.net.URLEncoder.encode(referenced, java.nio.charset.StandardCharsets.UTF_8)
                        + "&per-page=1"))
                .containsExactly(OLD);
        assertThat(work.path("cited_by_api_url").asText()).endsWith("/works?filter=cites:" + number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doi:10.5555/oa.diet                                              | doi:10.5555/oa.diet",
                "doi:https%3A%2F%2Fdoi.org%2F10.5555%2Foa.diet%7C10.5555/oa.review | doi:10.5555/oa.diet doi:10.5555/oa.review",
                "pmid:96000001                                                    | pmid:96000001",
                "cites:doi:10.5555/oa.numbat,publication_year:%3E2016               | doi:10.5555/oa.review",
                "cites:doi:10.5555/oa.numbat,publication_year:2010-2016           | doi:10.5555/oa.diet",
                "cites:doi:10.5555/oa.numbat,publication_year:!2016               | doi:10.5555/oa.review",
                "cites:doi:10.5555/oa.numbat,cited_by_count:%3E0                    | doi:10.5555/oa.diet",
                "cites:doi:10.5555/oa.numbat+doi:10.5555/oa.diet                  | doi:10.5555/oa.review",
                "authorships.author.orcid:https://orcid.org/0000-0001-5109-3700,is_retracted:true | doi:10.5555/oa.numbat",
                "title.search:numbats%20review                                    | doi:10.5555/oa.review",
                "default.search:numbats,type:review                               | doi:10.5555/oa.review",
                "cited_by:doi:10.5555/oa.review,to_publication_date:2010-12-31    | doi:10.5555/oa.numbat",
                "cited_by:doi:10.5555/oa.review,from_publication_date:2016-01-01  | ''",
            })
    void shouldFilter(String filter, String expected) throws Exception {
        assertThat(ids("/works?filter=" + filter))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void shouldPageByCursorAndByNumber() throws Exception {
        // When, Then
        List<String> seen = new ArrayList<>();
        String cursor = "*";
        while (cursor != null) {
            JsonNode page =
                    get("/works?filter=default.search:numbats&sort=cited_by_count:desc&per-page=2&cursor=" + cursor);
            assertThat(page.at("/meta/count").asInt()).isEqualTo(3);
            page.path("results").forEach(work -> seen.add(curie(work)));
            JsonNode next = page.at("/meta/next_cursor");
            cursor = next.isNull() ? null : next.asText();
        }
        assertThat(seen).containsExactly(NUMBAT, DIET, REVIEW);

        JsonNode second = get("/works?filter=default.search:numbats&sort=cited_by_count:desc&per_page=2&page=2");
        assertThat(second.at("/meta/page").asInt()).isEqualTo(2);
        assertThat(second.path("results")).hasSize(1);
    }

    @Test
    void shouldSelectAndGroup() throws Exception {
        // When, Then
        JsonNode selected = get("/works?filter=doi:10.5555/oa.diet&select=id,display_name&mailto=a@b.example");
        assertThat(selected.at("/results/0").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("id", "display_name");

        JsonNode years = get("/works?filter=cites:doi:10.5555/oa.numbat&group-by=publication_year");
        assertThat(years.path("group_by").toString())
                .isEqualTo("[{\"key\":\"2016\",\"key_display_name\":\"2016\",\"count\":1},"
                        + "{\"key\":\"2021\",\"key_display_name\":\"2021\",\"count\":1}]");
        assertThat(years.at("/meta/count").asInt()).isEqualTo(2);
        assertThat(years.path("results")).isEmpty();
        assertThat(get("/works?search=numbats&group_by=type").path("group_by").toString())
                .contains("{\"key\":\"review\",\"key_display_name\":\"review\",\"count\":1}");
        assertThat(get("/works?search=numbats&group_by=authorships.author.id")
                        .at("/group_by/0/key_display_name")
                        .asText())
                .isEqualTo("Ivo Sand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/works?filter=colour:red           | colour is not a valid field. Valid fields are underscore or hyphenated",
                "/works?select=colour               | colour is not a valid select field. Valid fields for select are",
                "/works?group_by=colour             | colour is not a valid field to group by",
                "/works?per-page=201                | per-page parameter must be between 1 and 200",
                "/works?page=1000&per-page=25       | Cursor pagination is required",
                "/works?cursor=nonsense!            | Cursor value is invalid",
                "/works?sort=colour                 | colour is not a valid sort",
                "/works?filter=publication_year:soon | 'soon' is not a valid value of publication_year",
                "/works?sample=10                   | sample is not supported here",
            })
    void shouldRefuseInItsShape(String path, String words) throws Exception {
        // When, Then
        HttpResponse<String> answer = new Calls(base).get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.path("error").asText()).contains("query parameters");
        assertThat(error.path("message").asText()).contains(words);
    }

    @Test
    void shouldSayThatAWorkIsNotThere() throws Exception {
        // When
        HttpResponse<String> answer = new Calls(base).get("/works/W1");
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).isEqualTo("W1 not found");
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        get(path).path("results").forEach(work -> ids.add(curie(work)));
        return ids;
    }

    private static String curie(JsonNode work) {
        return work.path("doi").isTextual()
                ? work.path("doi").asText().replace("https://doi.org/", "doi:")
                : work.at("/ids/pmid").asText().replace("https://pubmed.ncbi.nlm.nih.gov/", "pmid:");
    }

    private static String number(JsonNode work) {
        return work.path("id").asText().replaceFirst("^.*/", "");
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = new Calls(base).get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
