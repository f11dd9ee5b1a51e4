package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Works that belong together: the reason is always a sentence or a list that can be read. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RelatedApiTest extends ViewFixture {

    private static final String A = "doi:10.5555/rel.a";
    private static final String B = "doi:10.5555/rel.b";
    private static final String C = "doi:10.5555/rel.c";
    private static final String CITER = "doi:10.5555/rel.citer";
    private static final String LATER = "doi:10.5555/rel.later";
    private static final String ROOT = "doi:10.5555/rel.root";
    private static final String ALONE = "doi:10.5555/rel.alone";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SampleStatement SUPPORTS = SampleStatement.of(CITER, A, "Wombats dig [1, 2] at night.")
            .as("supporting", 0.9)
            .nth(1)
            .in("results");

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(A, "Wombats dig", "2010").by("Ping Ren"),
                        SampleWork.of(B, "Wombats dig & <dig> again", "2012").by("Ada Okoye"),
                        SampleWork.of(C, "Wombats sleep", "2013"),
                        SampleWork.of(CITER, "Of digging", "2018").by("Noor Haddad"),
                        SampleWork.of(LATER, "Of later digging", "2022"),
                        SampleWork.of(ROOT, "Roots", "1990"),
                        SampleWork.of(ALONE, "Alone", null)))
                .said(List.of(
                        SUPPORTS,
                        SampleStatement.of(CITER, B, "Wombats dig [1, 2] at night.")
                                .nth(2),
                        SampleStatement.of(CITER, C, "They sleep by day [3], and [4] agrees.")
                                .nth(3),
                        SampleStatement.of(LATER, CITER, "Haddad says so.").as("contrasting", 0.8),
                        SampleStatement.of(A, ROOT, "Roots are old."),
                        SampleStatement.of(B, ROOT, "So are roots.")));
        view.run("UPDATE %s.statement SET group_size = 2, markers = '{13,14}' WHERE text LIKE 'Wombats dig [1%%'");
        view.run("UPDATE %s.statement SET markers = '{16,17}' WHERE text LIKE 'Wombats dig [1%%' AND ordinal = 2");
    }

    @Test
    void shouldRelateWorksByBracketsListsAndSharedReferences() throws Exception {
        // When, Then
        JsonNode related = get("/api/v1/related/10.5555/rel.a");

        assertThat(related.at("/work/id").asText()).isEqualTo(A);
        assertThat(related.path("related").findValuesAsText("reason"))
                .containsExactly(
                        "Cited in one bracket by 1 work; both cited by 1 work; 1 shared reference",
                        "Both cited by 1 work");
        assertThat(related.at("/related/0/work/id").asText()).isEqualTo(B);
        assertThat(related.at("/related/0/relation/score").asInt()).isEqualTo(7);
        assertThat(related.at("/related/1/work/id").asText()).isEqualTo(C);
        assertThat(related.has("next")).isFalse();
        assertThat(get("/api/v1/related/10.5555/rel.a?limit=1").path("next").asInt())
                .isEqualTo(1);
        assertThat(get("/api/v1/related/10.5555/rel.alone").path("related")).isEmpty();
    }

    @Test
    void shouldOpenTheSentencesOfARelation() throws Exception {
        // Given
        String sentences =
                get("/api/v1/related/10.5555/rel.a").at("/related/0/sentences").asText();

        // When
        JsonNode links = get(sentences);

        // Then
        JsonNode citing = links.at("/citingBoth/0");
        assertThat(citing.at("/work/id").asText()).isEqualTo(CITER);
        assertThat(citing.path("inOneBracket").asBoolean()).isTrue();
        assertThat(citing.path("statements").findValuesAsText("text"))
                .containsOnly("Wombats dig [1, 2] at night.")
                .hasSize(2);
        assertThat(links.at("/citedByBoth/0/work/id").asText()).isEqualTo(ROOT);
        assertThat(links.at("/citedByBoth/0/statements").findValuesAsText("text"))
                .containsExactlyInAnyOrder("Roots are old.", "So are roots.");
        assertThat(links.path("direct")).isEmpty();
        // A sentence whose markers stand apart is no bracket.
        assertThat(get("/api/v1/links/10.5555/rel.a?to=" + C)
                        .at("/citingBoth/0/inOneBracket")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldOpenTheSentencesOfACitation() throws Exception {
        // When
        JsonNode links = get("/api/v1/links/10.5555/rel.a?to=10.5555/rel.citer");
        // Then
        assertThat(links.at("/direct/0/id").asText()).isEqualTo(SUPPORTS.id().toString());
    }

    @Test
    void shouldFindTheShortestPathWhicheverWayCitationsPoint() throws Exception {
        // When, Then
        JsonNode path = get("/api/v1/paths/10.5555/rel.later?to=10.5555/rel.root");

        assertThat(path.path("found").asBoolean()).isTrue();
        assertThat(path.path("complete").asBoolean()).isTrue();
        assertThat(Calls.texts(path.path("works"), "id"))
                .hasSize(4)
                .startsWith(LATER, CITER)
                .endsWith(ROOT);
        assertThat(path.path("steps")).hasSize(3);
        JsonNode last = path.at("/steps/2");
        assertThat(last.path("to").asText()).isEqualTo(ROOT);
        assertThat(get(last.path("sentences").asText()).path("matching").asInt())
                .isEqualTo(1);

        JsonNode none = get("/api/v1/paths/10.5555/rel.later?to=" + ALONE);
        assertThat(none.path("found").asBoolean()).isFalse();
        assertThat(none.path("complete").asBoolean()).isTrue();
        assertThat(get("/api/v1/paths/10.5555/rel.a?to=" + A).path("found").asBoolean())
                .isTrue();
    }

    @Test
    void shouldMapTheNeighborhood() throws Exception {
        // When, Then
        JsonNode map = get("/api/v1/maps/10.5555/rel.a");

        Map<String, String> roles = IntStream.range(0, map.path("nodes").size())
                .mapToObj(i -> map.path("nodes").get(i))
                .collect(Collectors.toMap(node -> node.at("/work/id").asText(), node -> node.path("role")
                        .asText()));
        assertThat(roles)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(A, "center", CITER, "cites", ROOT, "cited", B, "related", C, "related"));
        assertThat(map.path("edges")).hasSize(5);
        assertThat(map.path("edges"))
                .anySatisfy(edge -> {
                    assertThat(edge.path("from").asText()).isEqualTo(CITER);
                    assertThat(edge.path("to").asText()).isEqualTo(A);
                    assertThat(edge.path("supporting").asInt()).isEqualTo(1);
                })
                .allSatisfy(
                        edge -> assertThat(get(edge.path("sentences").asText()).at("/groups/0/statements"))
                                .hasSize(edge.path("statements").asInt()));
    }

    @Test
    void shouldWriteTheMapForToolsThatDrawGraphs() throws Exception {
        // When, Then
        HttpResponse<String> answer = new Calls(base).get("/api/v1/maps/10.5555/rel.a?format=graphml");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/graphml+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList nodes = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", "node");
        List<String> texts = IntStream.range(0, nodes.getLength())
                .mapToObj(i -> ((Element) nodes.item(i)).getAttribute("id") + " "
                        + nodes.item(i).getTextContent())
                .toList();
        assertThat(texts)
                .hasSize(5)
                .anySatisfy(text -> assertThat(text).startsWith(B).contains("Wombats dig & <dig> again"));

        JsonNode csl = JSON.readTree(new Calls(base)
                .get("/api/v1/maps/10.5555/rel.a?format=csl-json")
                .body());
        assertThat(csl.findValuesAsText("title"))
                .contains("Wombats dig", "Roots")
                .hasSize(5);
    }

    @Test
    void shouldDrawTheMapAndListTheSameBeside() throws Exception {
        // When, Then
        String page = page("/maps/10.5555/rel.a");

        assertThat(found("<circle class=\"dot", page)).hasSize(5);
        assertThat(found("<a href=\"([^\"]+)\" tabindex=\"-1\"><path class=\"edge", page))
                .hasSize(7)
                .allSatisfy(edge -> assertThat(
                                new Calls(base).get(edge.replace("&amp;", "&")).statusCode())
                        .isEqualTo(200));
        assertThat(found("edge supporting\"[^>]*><title>([^<]*)<", page))
                .containsExactly("Haddad 2018 cites Ren 2010: 1 statement");
        assertThat(found("<li><h3><a href=\"[^\"]+\">([^<]*)</a>", page))
                .containsExactly("Of digging", "Roots", "Wombats dig &amp; &lt;dig&gt; again", "Wombats sleep");
        assertThat(page("/reports/10.5555/rel.a")).contains("<a class=\"button\" href=\"/maps/10.5555/rel.a\">Map</a>");
        assertThat(page("/maps/10.5555/rel.alone")).contains("there is no map to draw");
    }

    @Test
    void shouldShowWhatLinksTwoWorksOrThePathBetweenThem() throws Exception {
        // When, Then
        String links = page("/links/10.5555/rel.a?to=10.5555/rel.b");
        assertThat(found("<h2 id=\"[^\"]+\">([^<]*)</h2>", links))
                .containsExactly("Works that cite both", "Works that both cite");
        assertThat(links).contains("In one bracket", "</mark>ts are old.");

        String path = page("/links/10.5555/rel.later?to=10.5555/rel.root");
        assertThat(found("<li><a href=\"[^\"]+\">([^<]*)</a> <span class=\"dim\">(?:cites|is cited by)</span>", path))
                .hasSize(3)
                .startsWith("Of later digging", "Of digging");

        assertThat(page("/links/10.5555/rel.a?to=" + ALONE))
                .contains("No chain of citations in this index connects these works.");
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(match.groupCount() == 0 ? 0 : 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/related/10.5555/nobody                       | 404 | no article added so far",
                "/api/v1/related/10.5555/rel.a?limit=101              | 400 | is not a number from 1 to 100",
                "/api/v1/links/10.5555/rel.a                          | 400 | to: is missing",
                "/api/v1/links/10.5555/rel.a?to=nonsense              | 404 | is not a valid publication id",
                "/api/v1/paths/10.5555/rel.a?to=10.5555/nobody        | 404 | no article added so far",
                "/api/v1/maps/10.5555/rel.a?format=dot                | 400 | use json, graphml or csl-json",
            })
    void shouldSayWhatIsWrong(String path, int status, String words) throws Exception {
        // When
        HttpResponse<String> answer = new Calls(base).get(path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(words);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = new Calls(base).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = new Calls(base).get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
