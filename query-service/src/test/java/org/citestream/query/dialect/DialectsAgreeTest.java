package org.citestream.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.Calls;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever asks, and in whose words, hears the same numbers: 500 works of a generated database. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@Tag("slow")
class DialectsAgreeTest {

    private static final int WORKS = 500;
    private static final int STATEMENTS = 4000;
    private static final long SEED = 20261125;
    private static final List<String> TYPES = List.of("supporting", "mentioning", "contrasting", "unclassified");

    /** What the dialects have no word for: they call it unclassified. */
    private static final String NOT_A_SENTENCE = "not-a-sentence";

    private static final List<String> SECTIONS =
            List.of("unknown", "introduction", "methods", "results", "discussion", "other");

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI base;

    /** What our own API says of one work, in words that all dialects can be put into. */
    private record ComparedFigures(Map<String, Long> types, Map<String, Long> sections, long citing, long references) {}

    @Test
    void shouldGiveTheSameNumbersInEveryDialect() throws Exception {
        // Given
        generate();
        List<String> dois = new ArrayList<>();
        for (int i = 0; i < WORKS; i++) {
            dois.add("10.5555/dialect." + i);
        }
        String batch = json.writeValueAsString(dois);
        JsonNode tallies = post("/tallies", batch).path("tallies");
        JsonNode sections = post("/tallies/cited-by-sections", batch).path("tallies");
        JsonNode papers = post("/papers", batch).path("papers");
        ObjectNode ids = json.createObjectNode();
        dois.forEach(doi -> ids.withArray("ids").add("DOI:" + doi));
        JsonNode graph = post("/graph/v1/paper/batch?fields=citationCount,referenceCount,externalIds", ids.toString());
        long cited = 0;
        // When, Then
        for (int i = 0; i < WORKS; i++) {
            String doi = dois.get(i);
            ComparedFigures ours = ours(doi);
            cited += ours.types().values().stream().mapToLong(Long::longValue).sum();
            assertThat(types(tallies.path(doi))).as(doi).isEqualTo(ours.types());
            assertThat(tallies.path(doi).path("citingPublications").asLong())
                    .as(doi)
                    .isEqualTo(ours.citing());
            assertThat(sections(sections.path(doi))).as(doi).isEqualTo(ours.sections());
            assertThat(papers.path(doi).path("doi").asText()).isEqualTo(doi);
            assertThat(graph.get(i).path("citationCount").asLong()).as(doi).isEqualTo(ours.citing());
            assertThat(graph.get(i).path("referenceCount").asLong()).as(doi).isEqualTo(ours.references());
            // Who has no batches is asked about every third work, for all of its answers about every tenth.
            if (i % 3 == 0) {
                compareCounts(doi, graph.get(i).at("/externalIds/PubMed").asText(""), ours);
            }
            if (i % 10 == 0) {
                compareLists(doi, ours);
            }
        }
        assertThat(cited).as("statements about all of them").isGreaterThan(STATEMENTS * 3 / 4);
    }

    private void compareCounts(String doi, String pmid, ComparedFigures ours) throws IOException, InterruptedException {
        assertThat(count("/index/v2/citation-count/doi:" + doi)).as(doi).isEqualTo(ours.citing());
        assertThat(count("/index/v2/reference-count/doi:" + doi)).as(doi).isEqualTo(ours.references());
        if (!pmid.isEmpty()) {
            String path = "/europepmc/webservices/rest/MED/" + pmid;
            assertThat(get(path + "/citations?format=json").path("hitCount").asLong())
                    .isEqualTo(ours.citing());
            assertThat(get(path + "/references?format=json").path("hitCount").asLong())
                    .isEqualTo(ours.references());
        }
    }

    /** The answers that list, one by one. */
    private void compareLists(String doi, ComparedFigures ours) throws IOException, InterruptedException {
        JsonNode citing = get("/api_partner/citations/citing/" + doi);
        long total = ours.types().values().stream().mapToLong(Long::longValue).sum();
        assertThat(citing.at("/metadata/totalCitationCount").asLong()).isEqualTo(total);
        assertThat(citing.path("citations").size()
                        + citing.at("/metadata/restrictedCitationCount").asLong())
                .isEqualTo(total);
        JsonNode to = get("/api_partner/references/references_to/" + doi);
        assertThat(to.at("/metadata/totalReferenceCount").asLong()).isEqualTo(ours.citing());
        assertThat(get("/index/v2/citations/doi:" + doi)).hasSize((int) ours.citing());
        assertThat(get("/graph/v1/paper/DOI:" + doi + "/citations?limit=1000").path("data"))
                .hasSize((int) ours.citing());
        JsonNode old = get("/index/v1/citations/" + doi);
        assertThat(count("/index/v1/citation-count/" + doi)).isEqualTo(old.size());
        assertThat(old.size() + to.at("/metadata/restrictedReferenceCount").asLong())
                .isEqualTo(ours.citing());
    }

    private ComparedFigures ours(String doi) throws IOException, InterruptedException {
        JsonNode report = get("/api/v1/reports/doi:" + doi + "?limit=1");
        Map<String, Long> types = new TreeMap<>();
        TYPES.forEach(type -> types.put(type, report.path("tally").path(type).asLong()));
        types.merge("unclassified", report.at("/tally/notASentence").asLong(), Long::sum);
        Map<String, Long> sections = new TreeMap<>();
        SECTIONS.stream().skip(1).forEach(section -> sections.put(section, 0L));
        report.at("/facets/section")
                .forEach(value -> sections.merge(
                        value.path("value").asText().replace("unknown", "other"),
                        value.path("count").asLong(),
                        Long::sum));
        return new ComparedFigures(
                types,
                sections,
                report.at("/tally/citingPublications").asLong(),
                report.path("references").asLong());
    }

    private static Map<String, Long> types(JsonNode tally) {
        Map<String, Long> types = new TreeMap<>();
        TYPES.forEach(type -> types.put(
                type, tally.path(type.replace("contrasting", "contradicting")).asLong()));
        assertThat(types.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(tally.path("total").asLong());
        return types;
    }

    private static Map<String, Long> sections(JsonNode tally) {
        Map<String, Long> sections = new TreeMap<>();
        SECTIONS.stream()
                .skip(1)
                .forEach(section -> sections.put(section, tally.path(section).asLong()));
        return sections;
    }

    private long count(String path) throws IOException, InterruptedException {
        return Long.parseLong(get(path).at("/0/count").asText());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(new Calls(base).get(path).body());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json.readTree(new Calls(base).send("POST", path, body).body());
    }

    /** 500 works with DOIs, 40 without, statements among them, and 20 works that are known under another id as well. */
    private void generate() throws SQLException {
        Random random = new Random(SEED);
        List<SampleWork> works = new ArrayList<>();
        for (int i = 0; i < WORKS + 40; i++) {
            String id = i < WORKS ? "doi:10.5555/dialect." + i : "pmid:" + (900_000 + i);
            works.add(SampleWork.of(id, "Work " + i, Integer.toString(1990 + random.nextInt(30)))
                    .by("Author " + random.nextInt(50))
                    .in("Journal " + random.nextInt(9), "research-article"));
        }
        for (int i = 0; i < 20; i++) {
            works.add(SampleWork.of("arxiv:2001." + (10_000 + i)));
        }
        List<SampleStatement> statements = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            // A few works are cited often, most seldom.
            int cited = (int) (works.size() * Math.pow(random.nextDouble(), 3));
            // Nobody lists a work under both of its ids.
            int citing = random.nextInt((WORKS + 40) / 2) * 2 + (cited >= WORKS + 40 ? 1 : 0);
            if (citing != cited) {
                statements.add(SampleStatement.of(
                                works.get(citing).id(), works.get(cited).id(), "Statement " + i + ".")
                        .as(i % 9 == 0 ? NOT_A_SENTENCE : TYPES.get(random.nextInt(TYPES.size())), 0.7)
                        .corrected(i % 9 == 0 ? NOT_A_SENTENCE : TYPES.get(random.nextInt(TYPES.size())))
                        .in(SECTIONS.get(random.nextInt(SECTIONS.size())))
                        .nth(i));
            }
        }
        FilledView view = new FilledView(dataSource).works(works).said(statements);
        for (int i = 0; i < 20; i++) {
            view.alias("arxiv:2001." + (10_000 + i), "doi:10.5555/dialect." + i * 7);
        }
        view.run(
                "UPDATE %s.publication SET pmid = (800000 + key)::text WHERE id LIKE 'doi:%%dialect%%' AND key %% 5 = 0");
    }
}
