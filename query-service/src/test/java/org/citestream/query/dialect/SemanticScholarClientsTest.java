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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.Calls;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests as clients of Semantic Scholar send them, with their parameters and in their encoding: the Python package
 * semanticscholar 0.12 (which two MCP servers are built on) and an MCP server of its own that speaks httpx.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SemanticScholarClientsTest extends ViewFixture {

    private static final String FEAR = "doi:10.5555/s2.fear";
    private static final String BRACKETED = "doi:10.5555/s2.bracketed";
    private static final String TOGETHER = "doi:10.5555/s2.together";
    private static final String COUPLED = "doi:10.5555/s2.coupled";
    private static final String OLD = "pmid:97000001";
    private static final String ORCID = "0000-0003-1613-5981";

    /** What the Python package asks for where its user names no fields. */
    private static final String SEARCH_FIELDS =
            "abstract%2Cauthors%2CcitationCount%2CcitationStyles%2CcorpusId%2CexternalIds%2CfieldsOfStudy"
                    + "%2CinfluentialCitationCount%2CisOpenAccess%2Cjournal%2CopenAccessPdf%2CpaperId%2CpublicationDate"
                    + "%2CpublicationTypes%2CpublicationVenue%2CreferenceCount%2Cs2FieldsOfStudy%2Ctitle%2Curl%2Cvenue%2Cyear";

    private static final String AUTHOR_FIELDS =
            "affiliations%2CauthorId%2CcitationCount%2CexternalIds%2ChIndex%2Chomepage%2Cname%2CpaperCount%2Cpapers"
                    + "%2Cpapers.abstract%2Cpapers.authors%2Cpapers.citationCount%2Cpapers.corpusId%2Cpapers.externalIds"
                    + "%2Cpapers.title%2Cpapers.year%2Curl";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(FEAR, "Quokka freezing as a measure of fear", "2015-03-02")
                                .by("Ping Ren", "Quilla Okoye")
                                .in("Annals of Quokkas", "research-article"),
                        SampleWork.of(BRACKETED, "Quokka flight", "2018-05")
                                .by("Ping Ren")
                                .in("Annals of Quokkas", "review"),
                        SampleWork.of(TOGETHER, "Quokka play", "2019").by("Noor Haddad"),
                        SampleWork.of(COUPLED, "Quokka sleep", "2022-01-10").by("Quilla Okoye"),
                        SampleWork.of(OLD, "Marsupials of old", "2001")))
                .said(List.of(
                        SampleStatement.of(COUPLED, FEAR, "Quokkas freeze [1, 2], as was shown.")
                                .as("supporting", 0.9)
                                .in("results")
                                .nth(1),
                        SampleStatement.of(COUPLED, BRACKETED, "Quokkas freeze [1, 2], as was shown.")
                                .nth(2),
                        SampleStatement.of(COUPLED, TOGETHER, "They play as well.")
                                .nth(3),
                        SampleStatement.of(COUPLED, OLD, "Marsupials are old.").nth(4),
                        SampleStatement.of(FEAR, OLD, "Marsupials were old then.")
                                .nth(1)));
        view.run("UPDATE %s.publication SET authors = '[{\"given\":\"Ping\",\"family\":\"Ren\",\"orcid\":\"" + ORCID
                + "\",\"affiliation\":\"Quokka House\"},{\"given\":\"Quilla\",\"family\":\"Okoye\"}]',"
                + " author_names = ARRAY['Ping Ren', '" + ORCID + "', 'Quilla Okoye'],"
                + " abstract = 'How quokkas freeze.', licence = 'https://creativecommons.org/licenses/by/4.0/',"
                + " full_text_url = 'https://journal.example/quokka.pdf', subjects = '{Biology}' WHERE id = '" + FEAR
                + "'");
        view.run("UPDATE %s.publication SET authors = '[{\"given\":\"Ping\",\"family\":\"Ren\",\"orcid\":\"" + ORCID
                + "\"}]', author_names = ARRAY['Ping Ren', '" + ORCID + "'] WHERE id = '" + BRACKETED + "'");
        view.run("UPDATE %s.statement SET group_size = 2, markers = '{16,17}' WHERE text LIKE 'Quokkas freeze%%'");
        view.run("UPDATE %s.statement SET markers = '{19,20}' WHERE text LIKE 'Quokkas freeze%%' AND ordinal = 2");
        view.announced();
    }

    /** The index follows the tables a moment later. */
    @BeforeEach
    void indexed() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/graph/v1/paper/search?query=quokka&fields=authors")
                                .path("data")
                                .findValuesAsText("authorId"))
                        .contains(ORCID));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        get("/graph/v1/snippet/search?query=quokkas").path("data"))
                .isNotEmpty());
    }

    @Test
    void shouldAnswerThePackagesSearchWithEveryFieldItReads() throws Exception {
        // When, Then
        JsonNode page =
                get("/graph/v1/paper/search?query=Quokka+freezing&fields=" + SEARCH_FIELDS + "&offset=0&limit=100");

        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("offset").asInt()).isZero();
        assertThat(page.has("next")).isFalse();
        JsonNode paper = page.at("/data/0");
        assertThat(paper.path("paperId").asText()).isEqualTo(FEAR);
        assertThat(paper.path("abstract").asText()).isEqualTo("How quokkas freeze.");
        assertThat(paper.at("/openAccessPdf/url").asText()).isEqualTo("https://journal.example/quokka.pdf");
        assertThat(paper.at("/publicationTypes/0").asText()).isEqualTo("JournalArticle");
        assertThat(paper.at("/authors/0/authorId").asText()).isEqualTo(ORCID);
        assertThat(paper.path("publicationDate").asText()).isEqualTo("2015-03-02");
        assertThat(paper.path("citationCount").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year=2015                                | doi:10.5555/s2.fear",
                "year=2016-2018                           | doi:10.5555/s2.bracketed",
                "year=2022-                               | doi:10.5555/s2.coupled",
                "year=-2015                               | doi:10.5555/s2.fear",
                "publicationTypes=Review%2CCaseReport     | doi:10.5555/s2.bracketed",
                "openAccessPdf=                           | doi:10.5555/s2.fear",
                "openAccessPdf=true&minCitationCount=1    | doi:10.5555/s2.fear",
                "minCitationCount=9                       | ''",
                "venue=annals+of+quokkas&year=2015        | doi:10.5555/s2.fear",
                "fieldsOfStudy=Biology%2CPhysics          | doi:10.5555/s2.fear",
                "publicationDateOrYear=2018-01%3A2018     | doi:10.5555/s2.bracketed",
                "publicationDateOrYear=2022-01-10         | doi:10.5555/s2.coupled",
                "publicationDateOrYear=%3A2015-03-02      | doi:10.5555/s2.fear",
            })
    void shouldNarrowByWhatPapersAre(String condition, String expected) throws Exception {
        // When
        JsonNode page = get("/graph/v1/paper/search?query=quokka&" + condition + "&fields=title&offset=0&limit=10");
        // Then
        assertThat(Calls.texts(page.path("data"), "paperId"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(page.path("total").asInt()).isEqualTo(expected.isEmpty() ? 0 : 1);
    }

    @Test
    void shouldPageByOffsetUntilThereIsNoNext() throws Exception {
        // When
        Set<String> seen = new HashSet<>();
        int offset = 0;
        JsonNode page;
        do {
            page = get("/graph/v1/paper/search?query=quokka&fields=paperId&offset=" + offset + "&limit=3");
            seen.addAll(Calls.texts(page.path("data"), "paperId"));
            offset = page.path("next").asInt();
        } while (page.has("next"));
        // Then
        assertThat(seen).containsExactlyInAnyOrder(FEAR, BRACKETED, TOGETHER, COUPLED);
        assertThat(error(400, "/graph/v1/paper/search?query=quokka&offset=950&limit=100"))
                .isEqualTo("Requested data for this limit and/or offset is not available");
    }

    @Test
    void shouldSearchInBulkInAnOrderThatStays() throws Exception {
        // When
        JsonNode page = get(
                "/graph/v1/paper/search/bulk?query=quokka&sort=publicationDate%3Adesc&fields=title&offset=0&limit=100");
        // Then
        assertThat(Calls.texts(page.path("data"), "paperId")).containsExactly(COUPLED, TOGETHER, BRACKETED, FEAR);
        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.has("token")).isFalse();
        assertThat(found("quokka -flight -(play | sleep)")).containsExactly(FEAR);
        assertThat(found("\"quokka flight\" | \"quokka play\"")).containsExactlyInAnyOrder(BRACKETED, TOGETHER);
        assertThat(found("+quok* +freezin~1")).containsExactly(FEAR);
        assertThat(error(400, "/graph/v1/paper/search/bulk?query=quokka&sort=colour"))
                .contains("sort=colour");
        assertThat(error(400, "/graph/v1/paper/search/bulk?query=quokka&token=nonsense!"))
                .contains("token");
    }

    @Test
    void shouldGoOnBehindATokenUntilEverythingWasGiven() throws Exception {
        // When, Then
        List<SampleWork> many = new ArrayList<>();
        for (int i = 0; i < 1205; i++) {
            many.add(SampleWork.of("doi:10.5555/s2.bulk." + i, null, "1864"));
        }
        view.works(many);
        String path = "/graph/v1/paper/search/bulk?fields=year&publicationDateOrYear=1864";

        JsonNode first = get(path);
        JsonNode second = get(path + "&token=" + first.path("token").asText());

        assertThat(first.path("total").asInt()).isEqualTo(1205);
        assertThat(first.path("data")).hasSize(1000);
        assertThat(second.path("data")).hasSize(205);
        assertThat(second.has("token")).isFalse();
        List<String> all = new ArrayList<>(Calls.texts(first.path("data"), "paperId"));
        all.addAll(Calls.texts(second.path("data"), "paperId"));
        assertThat(all).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void shouldMatchATitleAndSayHowCloseItIs() throws Exception {
        // When, Then
        JsonNode match =
                get("/graph/v1/paper/search/match?query=quokka+freezing+as+a+measure&fields=title&offset=0&limit=100");

        assertThat(match.path("data")).hasSize(1);
        assertThat(match.at("/data/0/paperId").asText()).isEqualTo(FEAR);
        assertThat(match.at("/data/0/matchScore").asDouble()).isBetween(60.0, 99.0);
        assertThat(get("/graph/v1/paper/search/match?query=Quokka%20Flight")
                        .at("/data/0/matchScore")
                        .asDouble())
                .isEqualTo(100);
        assertThat(error(404, "/graph/v1/paper/search/match?query=totalGarbageNonsense"))
                .isEqualTo("Title match not found");
    }

    @Test
    void shouldCompleteWhatIsTyped() throws Exception {
        // When
        JsonNode completed = get("/graph/v1/paper/autocomplete?query=quokka+free");
        // Then
        assertThat(Calls.texts(completed.path("matches"), "id")).containsExactly(FEAR);
        assertThat(completed.at("/matches/0/authorsYear").asText()).isEqualTo("Ren & Okoye, 2015");
    }

    @Test
    void shouldFindSnippetsAndMarkWhatTheyCite() throws Exception {
        // When, Then
        JsonNode found = get("/graph/v1/snippet/search?query=quokkas+freeze+shown&limit=10");

        assertThat(found.path("data")).hasSize(1);
        JsonNode snippet = found.at("/data/0/snippet");
        String text = snippet.path("text").asText();
        assertThat(text).contains("Quokkas freeze [1, 2], as was shown.");
        assertThat(snippet.path("section").asText()).isEqualTo("Results");
        JsonNode mentions = snippet.at("/annotations/refMentions");
        assertThat(mentions).hasSize(2);
        assertThat(text.substring(
                        mentions.at("/1/start").asInt(), mentions.at("/1/end").asInt()))
                .isEqualTo("2");
        assertThat(get("/graph/v1/paper/CorpusId:"
                                + mentions.at("/1/matchedPaperCorpusId").asText())
                        .path("paperId")
                        .asText())
                .isEqualTo(BRACKETED);
        assertThat(found.at("/data/0/paper/title").asText()).isEqualTo("Quokka sleep");
        assertThat(found.at("/data/0/paper/authors/0").asText()).isEqualTo("Quilla Okoye");
    }

    @ParameterizedTest
    @CsvSource({
        "paperIds=DOI:10.5555/s2.coupled, 1",
        "paperIds=DOI:10.5555/s2.fear, 0",
        "paperIds=DOI:10.5555/nobody, 0",
        "authors=okoye, 1",
        "authors=haddad, 0",
        "year=2022, 1",
        "year=2021, 0",
        "fields=snippet.text, 1",
    })
    void shouldNarrowSnippetsByTheirPapers(String condition, int expected) throws Exception {
        assertThat(get("/graph/v1/snippet/search?query=quokkas+freeze+shown&" + condition)
                        .path("data"))
                .hasSize(expected);
    }

    @Test
    void shouldKnowAnAuthorByOrcidWithWhatTheWorksAreCited() throws Exception {
        // When
        JsonNode author = get("/graph/v1/author/" + ORCID + "?fields=" + AUTHOR_FIELDS);
        // Then
        assertThat(author.path("authorId").asText()).isEqualTo(ORCID);
        assertThat(author.path("name").asText()).isEqualTo("Ping Ren");
        assertThat(author.at("/affiliations/0").asText()).isEqualTo("Quokka House");
        assertThat(Calls.numbers(author, "paperCount", "citationCount", "hIndex"))
                .containsExactly(2, 2, 1);
        assertThat(Calls.texts(author.path("papers"), "paperId")).containsExactly(BRACKETED, FEAR);
        assertThat(author.path("homepage").isNull()).isTrue();
    }

    @Test
    void shouldKnowAnAuthorWithoutOrcidByTheIdOfAPaper() throws Exception {
        // When
        String id = get("/graph/v1/paper/DOI:10.5555/s2.fear/authors?fields=name,paperCount&offset=0&limit=100")
                .at("/data/1/authorId")
                .asText();

        JsonNode author = get("/graph/v1/author/" + id + "?fields=name%2CpaperCount%2CcitationCount");
        JsonNode papers = get("/graph/v1/author/" + id + "/papers?fields=title%2Cyear&offset=0&limit=1");
        // Then
        assertThat(author.path("name").asText()).isEqualTo("Quilla Okoye");
        assertThat(author.path("paperCount").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(papers.path("next").asInt()).isEqualTo(1);
        assertThat(papers.at("/data/0/paperId").asText()).isEqualTo(COUPLED);
        assertThat(error(404, "/graph/v1/author/1741101")).isEqualTo("Author with id 1741101 not found");
    }

    @Test
    void shouldFindAuthorsByWordsOfTheirName() throws Exception {
        // When, Then
        JsonNode found = get("/graph/v1/author/search?query=haddad+noor&fields=name%2CpaperCount&offset=0&limit=100");
        assertThat(Calls.texts(found.path("data"), "name")).contains("Noor Haddad");
        assertThat(get("/graph/v1/author/search?query=totalGarbageNonsense")
                        .path("total")
                        .asInt(-1))
                .isZero();
        JsonNode batch = JSON.readTree(new Calls(base)
                .send("POST", "/graph/v1/author/batch?fields=name%2ChIndex", "{\"ids\":[\"" + ORCID + "\",\"1\"]}")
                .body());
        assertThat(batch.at("/0/hIndex").asInt()).isEqualTo(1);
        assertThat(batch.get(1).isNull()).isTrue();
    }

    @Test
    void shouldGiveThePartsOfAuthorsThatFieldsName() throws Exception {
        // When
        JsonNode paper =
                get("/graph/v1/paper/10.5555/s2.fear?fields=authors.affiliations%2Cauthors.hIndex%2Cauthors.url");
        // Then
        assertThat(paper.at("/authors/0/affiliations/0").asText()).isEqualTo("Quokka House");
        assertThat(paper.at("/authors/0/hIndex").asInt()).isEqualTo(1);
        assertThat(paper.at("/authors/0/name").asText()).isEqualTo("Ping Ren");
        assertThat(error(400, "/graph/v1/paper/10.5555/s2.fear?fields=authors.creditCardNumber,garbage"))
                .isEqualTo("Unrecognized or unsupported fields: [authors.creditCardNumber, garbage]");
    }

    @Test
    void shouldRecommendWithTheReason() throws Exception {
        // When, Then
        JsonNode papers = get("/recommendations/v1/papers/forpaper/10.5555/s2.fear?fields=title&limit=100&from=recent")
                .path("recommendedPapers");

        // One bracket says more than one list, and that more than a shared reference.
        assertThat(Calls.texts(papers, "paperId")).startsWith(BRACKETED).contains(TOGETHER, COUPLED);
        assertThat(papers.at("/0/reason/text").asText())
                .isEqualTo("Cited in one bracket by 1 work; both cited by 1 work");
        assertThat(papers.at("/0/reason/url").asText())
                .endsWith("/links/doi:10.5555/s2.fear?to=doi%3A10.5555%2Fs2.bracketed");
        JsonNode coupled = papers.get(Calls.texts(papers, "paperId").indexOf(COUPLED));
        assertThat(coupled.at("/reason/sharedReferences").asInt()).isEqualTo(1);
        assertThat(coupled.at("/reason/inOneBracket").asInt()).isZero();
    }

    @Test
    void shouldRecommendByExamplesAndCounterexamples() throws Exception {
        // When, Then
        String path = "/recommendations/v1/papers/?fields=title&limit=100";

        JsonNode liked = post(200, path, "{\"positivePaperIds\":[\"10.5555/s2.fear\"],\"negativePaperIds\":null}");
        JsonNode balanced = post(
                200,
                path,
                "{\"positivePaperIds\":[\"10.5555/s2.fear\"],\"negativePaperIds\":[\"10.5555/s2.bracketed\"]}");

        assertThat(Calls.texts(liked.path("recommendedPapers"), "paperId")).startsWith(BRACKETED);
        assertThat(Calls.texts(balanced.path("recommendedPapers"), "paperId")).doesNotContain(BRACKETED, TOGETHER);
        assertThat(post(400, path, "{\"positivePaperIds\":[],\"negativePaperIds\":[\"10.5555/s2.fear\"]}")
                        .path("error")
                        .asText())
                .isEqualTo("No positive paper examples given");
        assertThat(post(404, "/recommendations/v1/papers?limit=5", "{\"positivePaperIds\":[\"10.5555/nobody\"]}")
                        .path("error")
                        .asText())
                .isEqualTo("Input papers not found: [10.5555/nobody]");
    }

    @Test
    void shouldSayThatThereAreNoReleases() throws Exception {
        assertThat(get("/datasets/v1/release/")).isEmpty();
        assertThat(get("/datasets/v1/release")).isEmpty();
        assertThat(error(404, "/datasets/v1/release/latest")).startsWith("Release latest not found");
        assertThat(error(404, "/datasets/v1/release/2025-08-19/dataset/papers"))
                .startsWith("Dataset papers of release 2025-08-19 not found");
        assertThat(error(404, "/datasets/v1/diffs/2024-10-08/to/latest/papers"))
                .startsWith("Diffs of papers from 2024-10-08 to latest not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/graph/v1/paper/search                             | Missing required parameter: 'query'",
                "/graph/v1/paper/search?query=x&limit=101           | limit must be a number from 1 to 100",
                "/graph/v1/paper/search?query=x&year=soon           | Unacceptable query params: [year=soon]",
                "/graph/v1/snippet/search?query=x&fields=garbage    | Unrecognized or unsupported fields: [garbage]",
                "/graph/v1/author/search                            | Missing required parameter: 'query'",
                "/graph/v1/author/0000-0003-1613-5981?fields=x      | Unrecognized or unsupported fields: [x]",
                "/recommendations/v1/papers/forpaper/10.5555/s2.fear?from=x | Unacceptable query params: [from=x]",
            })
    void shouldRefuseInItsShape(String path, String words) throws Exception {
        assertThat(error(400, path)).isEqualTo(words);
    }

    private List<String> found(String words) throws Exception {
        return Calls.texts(
                get("/graph/v1/paper/search/bulk?query="
                                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))
                        .path("data"),
                "paperId");
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = new Calls(base).get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(int status, String path, String body) throws Exception {
        HttpResponse<String> answer = new Calls(base).send("POST", path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private String error(int status, String path) throws Exception {
        HttpResponse<String> answer = new Calls(base).get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body()).path("error").asText();
    }
}
