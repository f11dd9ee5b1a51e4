package org.citestream.query.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.PublishedApi;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.citestream.query.web.about.IngestServer;
import org.jbibtex.BibTeXEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(ExportLimits.class)
@WithTestResource(IngestServer.class)
@Tag("slow")
class ExportApiTest extends ViewFixture {

    private static final String CITED = "doi:10.5555/export.cited";
    private static final String SUPPORTER = "doi:10.5555/export.supporter";
    private static final String MENTIONER = "doi:10.5555/export.mentioner";
    private static final String CRITIC = "doi:10.5555/export.critic";
    private static final String OTHER = "doi:10.5555/export.other";
    private static final String BUSY = "doi:10.5555/export.busy";
    private static final String READER = "203.0.113.7";
    private static final int MANY = 50_000;

    @Inject
    Exports exports;

    @TestHTTPResource
    URI base;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(CITED, "Fear & 50% of {mice} in_the #1 field", "2015-03")
                                .by("Ping Ren", "Zoë Müller")
                                .in("Annals", "research-article"),
                        SampleWork.of(SUPPORTER, "=HYPERLINK(\"http://evil\")", "2021")
                                .by("Ada Okoye")
                                .in("Annals", "research-article")
                                .noticed("retraction"),
                        SampleWork.of(MENTIONER, "A review", "2019-06-01")
                                .by("Bo Li")
                                .in("Letters", "review"),
                        SampleWork.of(CRITIC, "It does not", null),
                        SampleWork.of(OTHER, "Another cited work", "1999"),
                        SampleWork.of(BUSY, "Cited without end", "1990"),
                        SampleWork.of("doi:10.5555/export.writer", "Writes without end", "2020")))
                .said(List.of(
                        SampleStatement.of(SUPPORTER, CITED, "Our data agree, \"fully\",\nwith Ren.")
                                .as("supporting", 0.9)
                                .in("results")
                                .related("self"),
                        SampleStatement.of(SUPPORTER, CITED, "Ren used a wonderful burrow.")
                                .nth(1)
                                .in("introduction"),
                        SampleStatement.of(MENTIONER, CITED, "-See Ren for a burrow.")
                                .in("introduction"),
                        SampleStatement.of(CRITIC, CITED, "Unlike Ren, we found none.")
                                .as("mentioning", 0.6)
                                .corrected("contrasting")
                                .in("discussion"),
                        SampleStatement.of(MENTIONER, OTHER, "A burrow of others.")
                                .nth(1)));
        view.run("UPDATE %s.publication SET licence = 'https://creativecommons.org/licenses/by/4.0/',"
                + " licence_id = 'CC-BY-4.0' WHERE id = '" + SUPPORTER + "'");
        view.run("INSERT INTO %s.projection_offset VALUES ('citations.classified.v1', 3, 42)");
        for (String table : List.of("cited", "other")) {
            view.run("INSERT INTO app.folded_tally VALUES ('doi:10.5555/export." + table + "', 1, 2, 1, 0, 3)");
        }
        view.announced();
        view.run("UPDATE app.relay SET published_sequence = last_sequence");
    }

    @AfterEach
    void forgetTheMany() throws SQLException {
        view.run("DELETE FROM %s.statement WHERE reference_key = 'MANY'");
    }

    private static ValidatableResponse asked(String client) {
        return given().header("X-Forwarded-For", client)
                .get("/api/v1/exports/full")
                .then();
    }

    private static Response export(Map<String, ?> parameters) {
        return given().queryParams(parameters).get("/api/v1/exports/statements");
    }

    private static String report(String format) {
        return export(Map.of("cited", CITED, "format", format))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void shouldWriteCsvThatASpreadsheetCannotRun() {
        // When
        Response answer = export(Map.of("cited", "10.5555/EXPORT.cited", "format", "csv"));
        // Then
        answer.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Citestream-Sequence", "5")
                .header("Citestream-Models", "cues 1")
                .header("Citestream-Offsets", matchesPattern(".*citations\\.classified\\.v1:.*3=4[23].*"))
                .header("Content-Disposition", "attachment; filename=\"citestream-statements-5.csv\"");
        List<CSVRecord> rows = ExportParsers.csv(answer.asString());
        assertThat(rows)
                .extracting(row -> row.get("type"))
                .containsExactly("contrasting", "supporting", "mentioning", "mentioning");
        assertThat(rows.get(1).get("text")).isEqualTo("Our data agree, \"fully\",\nwith Ren.");
        assertThat(rows.get(1).get("citingTitle")).isEqualTo("'=HYPERLINK(\"http://evil\")");
        assertThat(rows.get(1).get("citingNotices")).isEqualTo("retraction");
        assertThat(rows.get(1).get("licence")).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(rows.get(3).get("text")).isEqualTo("'-See Ren for a burrow.");
        assertThat(rows)
                .allMatch(row -> row.get("model").equals("cues")
                        && row.get("modelVersion").equals("1")
                        && row.get("sequence").equals("5")
                        && row.get("exportedAt").startsWith("20"));
        assertThat(answer.asString()).contains("\r\n");
    }

    @Test
    void shouldWriteJsonLinesWithAManifestAndAnEnd() {
        // When
        List<JsonNode> lines = ExportParsers.jsonLines(report("jsonl"));
        // Then
        assertThat(lines).hasSize(6);
        JsonNode first = lines.get(0);
        assertThat(first.path("kind").asText()).isEqualTo("export");
        assertThat(first.path("export").path("sequence").asLong()).isEqualTo(5);
        assertThat(first.path("export")
                        .path("offsets")
                        .path("citations.classified.v1")
                        .path("3")
                        .asLong())
                .isBetween(42L, 43L);
        assertThat(first.path("export").path("models").path(0).path("version").asText())
                .isEqualTo("1");
        assertThat(lines.get(2).path("statement").path("section").asText()).isEqualTo("results");
        assertThat(lines.get(2).path("citing").path("id").asText()).isEqualTo(SUPPORTER);
        assertThat(lines.get(5).path("statements").asLong()).isEqualTo(4);
    }

    @Test
    void shouldWriteARisRecordForEachCitingPublicationWithItsStatements() {
        // When
        var records = ExportParsers.ris(report("ris"));
        // Then
        assertThat(records)
                .extracting(record -> record.getDOI())
                .containsExactly(CRITIC.substring(4), SUPPORTER.substring(4), MENTIONER.substring(4));
        assertThat(records.get(1).getTitle()).isEqualTo("=HYPERLINK(\"http://evil\")");
        assertThat(report("ris"))
                .contains("N1  - [supporting; results; of " + CITED)
                .contains("Our data agree, \"fully\", with Ren.")
                .contains("change sequence 5, models: cues 1")
                .contains("C1  - Licence: https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void shouldWriteBibTeXThatParsesBack() {
        // When
        var database = ExportParsers.bibTeX(report("bibtex"));
        // Then
        assertThat(database.getEntries()).hasSize(3);
        BibTeXEntry supporter = database.getEntries().values().stream()
                .filter(entry ->
                        entry.getField(BibTeXEntry.KEY_DOI).toUserString().equals(SUPPORTER.substring(4)))
                .findFirst()
                .orElseThrow();
        assertThat(supporter.getKey().getValue()).startsWith("okoye2021-");
        assertThat(report("bibtex"))
                .startsWith("@comment{Citestream export at ")
                .contains("change sequence 5");
    }

    @Test
    void shouldWriteTheSameCitoGraphAsTurtleAndAsJsonLd() {
        // Given
        Model turtle = ExportParsers.rdf(report("turtle"), Lang.TURTLE);
        // When
        Model jsonLd = ExportParsers.rdf(report("jsonld"), Lang.JSONLD11);
        // Then
        assertThat(links(turtle, "supports")).containsExactly("10.5555/export.supporter 10.5555/export.cited");
        assertThat(links(turtle, "disagreesWith")).containsExactly("10.5555/export.critic 10.5555/export.cited");
        assertThat(links(turtle, "citesForInformation"))
                .containsExactlyInAnyOrder(
                        "10.5555/export.supporter 10.5555/export.cited",
                        "10.5555/export.mentioner 10.5555/export.cited");
        assertThat(turtle.listSubjectsWithProperty(cito(turtle, "hasCitationCharacterization"))
                        .toList())
                .hasSize(4);
        // But for the moment they were written.
        assertThat(jsonLd.size()).isEqualTo(turtle.size());
        assertThat(links(jsonLd, "supports")).isEqualTo(links(turtle, "supports"));
        assertThat(report("turtle")).startsWith("# Citestream export at ");
    }

    private static org.apache.jena.rdf.model.Property cito(Model model, String name) {
        return model.createProperty("http://purl.org/spar/cito/" + name);
    }

    private static List<String> links(Model model, String property) {
        return model.listStatements(null, cito(model, property), (String) null).toList().stream()
                .map(link -> (link.getSubject() + " " + link.getObject()).replace("https://doi.org/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"csv", "jsonl", "ris", "bibtex", "turtle", "jsonld"})
    void shouldRevealNoLabelWhenBlind(String format) {
        // When
        Response answer = export(Map.of("cited", CITED, "format", format, "blind", "true"));
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("Unlike Ren, we found none.")
                .doesNotContain(
                        "supporting", "contrasting", "mentioning", "confidence", "disagreesWith", "cito:supports")
                .doesNotContain("machineType", "scores", "evidence", "citesForInformation");
        if (format.equals("csv")) {
            assertThat(ExportParsers.csv(answer.asString()))
                    .extracting(row -> row.get("citing"))
                    .containsExactly(SUPPORTER, SUPPORTER, MENTIONER, CRITIC);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "type, supporting, 1",
        "section, introduction, 2",
        "asOf, 2021-12-30, 1",
        "exclude, self, 3",
        "citing, doi:10.5555/export.supporter, 2",
        "year, 2020.., 2",
        "q, 'wonderful BURROW', 1",
        "notice, retraction, 2",
        "licence, cc-by, 2",
        "licence, https://creativecommons.org/licenses/by/4.0, 2",
        "licence, CC-BY-4.0, 2",
        "licence, CC-BY-3.0, 0",
        "licence, CC-BY-NC, 0",
        "licence, unknown, 2",
        "limit, 3, 3",
        "labels, machine, 4"
    })
    void shouldKnowTheParametersOfAReport(String name, String value, int statements) {
        // When
        String text =
                export(Map.of("cited", CITED, "format", "csv", name, value)).asString();
        // Then
        assertThat(ExportParsers.csv(text)).hasSize(statements);
        if (name.equals("labels")) {
            assertThat(ExportParsers.csv(text)).noneMatch(row -> row.get("type").equals("contrasting"));
        }
    }

    @Test
    void shouldExportASearchAndEverything() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().queryParam("q", "burrow")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(3)));

        assertThat(ExportParsers.csv(
                        export(Map.of("q", "burrow", "format", "csv")).asString()))
                .hasSize(3);
        assertThat(ExportParsers.csv(
                        export(Map.of("q", "burrow", "format", "csv", "section", "introduction", "author", "Bo Li"))
                                .asString()))
                .hasSize(1);
        assertThat(ExportParsers.ris(
                        export(Map.of("q", "burrow", "format", "ris")).asString()))
                .hasSize(2);
        assertThat(ExportParsers.csv(
                        export(Map.of("format", "csv", "year", "..2021")).asString()))
                .hasSize(4);
        export(Map.of("q", "burrow AND (", "format", "csv"))
                .then()
                .statusCode(400)
                .body("parameter", equalTo("q"))
                .body("position", equalTo(11));
        export(Map.of("q", "type:supporting", "blind", "true")).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "cited, what-is-this, 400",
        "cited, 10.5555/nobody, 404",
        "format, xlsx, 400",
        "cursor, abc, 400",
        "limit, 0, 400",
        "order, newest, 400",
        "section, abstract, 400",
        "colour, red, 400"
    })
    void shouldSayWhatIsWrong(String name, String value, int status) {
        export(Map.of(name, value))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(status == 404 ? "10.5555/nobody" : name));
        assertThat(exports.free()).isEqualTo(3);
    }

    @Test
    void shouldChooseTheFormatByTheAcceptHeader() {
        // Given
        Map<String, String> types = Map.of(
                "text/turtle", "text/turtle",
                "application/ld+json", "application/ld+json",
                "application/x-ndjson", "application/x-ndjson",
                "application/x-research-info-systems;q=0.9, text/html", "application/x-research-info-systems",
                "*/*", "text/csv");
        // When, Then
        types.forEach((accepted, type) -> given().accept(accepted)
                .queryParam("cited", CITED)
                .get("/api/v1/exports/statements")
                .then()
                .statusCode(200)
                .contentType(startsWith(type)));
        given().accept("image/png").get("/api/v1/exports/statements").then().statusCode(406);
    }

    @Test
    void shouldExportEverythingWithTalliesAsOfItsSequence() {
        // When
        String text =
                given().queryParam("blind", "true").get("/api/v1/exports/full").asString();
        // Then
        assertThat(text).doesNotContain("tally", "supporting");

        List<JsonNode> lines =
                ExportParsers.jsonLines(given().get("/api/v1/exports/full").asString());
        Map<String, Long> kinds = lines.stream()
                .collect(Collectors.groupingBy(line -> line.path("kind").asText(), Collectors.counting()));

        assertThat(kinds).containsEntry("export", 1L).containsEntry("tally", 2L).containsEntry("end", 1L);
        assertThat(kinds.get("publication")).isGreaterThanOrEqualTo(7);
        assertThat(kinds.get("statement"))
                .isEqualTo(lines.get(lines.size() - 1).path("statements").asLong());
    }

    @Test
    void shouldStreamWithoutHoldingRowsInMemoryAndDropSlowReaders() throws Exception {
        // Given
        view.run("""
            INSERT INTO %%s.statement (id, citing, cited, cited_as, revision, log_offset, ordinal, model, confidence,
              threshold, mentions, group_size, partition, type, machine_type, section, position, relationship, intent,
              implied, truncated, classified_at, reference_key, text, before, after, markers, heading_path, scores,
              evidence, extractor)
            SELECT gen_random_uuid(), c.key, d.key, d.key, 1, 0, n, m.key, 0.5, 0.5, 1, 1, 0, 2, 2, 3, 1, 2, 1,
              false, false, now(), 'MANY', repeat('Again and again Ren said it. ', 10), 'Before.', 'After.', '{0,5}',
              '{Results}', '{0.1,0.8,0.1}', '[]', '1'
            FROM generate_series(1, %d) n, %%<s.publication c, %%<s.publication d, %%<s.model m
            WHERE c.id = 'doi:10.5555/export.writer' AND d.id = '%s' LIMIT %d\
            """.formatted(MANY, BUSY, MANY));
        view.run("ANALYZE %s.statement");
        URI address = base.resolve("/api/v1/exports/statements?format=jsonl&cited=" + BUSY);
        // When
        StreamedExport.ExportMeasurement seen = StreamedExport.read(address);
        // Then
        assertThat(seen.lines()).isEqualTo(MANY + 2L);
        assertThat(seen.bytes()).isGreaterThan(40_000_000L);
        // Live objects, after a collection in mid-stream: batches, not rows.
        assertThat(seen.mostLive() - seen.liveBefore()).isLessThan(30_000_000L);

        try (Socket gone = StreamedExport.open(address, READER)) {
            await().untilAsserted(() -> assertThat(exports.free()).isEqualTo(2));
            assertThat(gone.isConnected()).isTrue();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exports.free()).isEqualTo(3));
        try (Socket idle = StreamedExport.open(address, READER);
                Socket slow = StreamedExport.open(address, READER)) {
            await().untilAsserted(() -> assertThat(exports.free()).isEqualTo(1));
            asked(READER).statusCode(429).header("Retry-After", "10").contentType("application/problem+json");
            try (Socket other = StreamedExport.open(address, "203.0.113.8")) {
                await().untilAsserted(() -> assertThat(exports.free()).isZero());
                asked("203.0.113.9").statusCode(503).header("Retry-After", "10");
                assertThat(other.isConnected()).isTrue();
            }
            // One takes nothing, the other far less than it must; both are let go of.
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> {
                        // Never waits for a byte: on a busy machine the next may be long in coming.
                        slow.getInputStream()
                                .skipNBytes(Math.min(1, slow.getInputStream().available()));
                        assertThat(exports.free()).isEqualTo(3);
                    });
            assertThat(idle.isConnected()).isTrue();
        }
        // A place is given back a moment before its transaction has ended.
        await().untilAsserted(() -> assertThat(view.one(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE"
                                + " 'idle in transaction%%' AND query LIKE '%%view_%%'"))
                .isZero());
    }

    @Test
    void shouldCiteAWorkInEveryFormat() throws IOException {
        // When
        String bibTeX = cite("bibtex").asString();
        // Then
        assertThat(bibTeX)
                .contains("@article{ren2015,")
                .contains("title = {{Fear \\& 50\\% of \\{mice\\} in\\_the \\#1 field}}")
                .contains("author = {Ren, Ping and Müller, Zoë}")
                .contains("month = mar");
        assertThat(ExportParsers.bibTeX(bibTeX).getEntries()).hasSize(1);
        assertThat(ExportParsers.ris(cite("ris").asString()).get(0).getAuthors())
                .containsExactly("Ren, Ping", "Müller, Zoë");
        cite("csl-json").then().contentType(startsWith("application/vnd.citationstyles.csl+json"));
        assertThat(ExportParsers.jsonLines(cite("csl-json").asString())
                        .get(0)
                        .path(0)
                        .path("issued")
                        .path("date-parts")
                        .path(0)
                        .path(1)
                        .asInt())
                .isEqualTo(3);
        assertThat(cite("text").asString())
                .isEqualTo("Ren, P., & Müller, Z. (2015). Fear & 50% of {mice} in_the #1 field. Annals."
                        + " https://doi.org/10.5555/export.cited\n");
        assertThat(cite("html").asString()).contains("Fear &amp; 50%");
        given().queryParam("style", "no-such-style")
                .get("/api/v1/cite/" + CITED)
                .then()
                .statusCode(400);
        given().queryParam("style", "nature-genetics")
                .get("/api/v1/cite/" + CITED)
                .then()
                .statusCode(200);
        given().accept("text/x-bibliography; style=ieee")
                .get("/api/v1/cite/" + CITED)
                .then()
                .body(startsWith("P. Ren and Z. Müller, “Fear"));
        given().get("/api/v1/cite/10.5555/nobody").then().statusCode(404);
        given().queryParam("q", "nature gen").get("/api/v1/styles").then().body("styles", hasItem("nature-genetics"));
    }

    private static Response cite(String format) {
        Response answer = given().queryParam("format", format).get("/api/v1/cite/" + CITED);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    @Test
    void shouldAnswerNotModifiedUntilSomethingChanges() throws SQLException {
        // Given
        Response first = given().get("/api/v1/reports/" + CITED);
        // When
        String tag = first.header("ETag");
        // Then
        first.then().header("Cache-Control", "public, no-cache").header("Vary", containsString("Accept-Encoding"));
        given().header("If-None-Match", tag)
                .get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        given().header("If-None-Match", tag)
                .get("/api/v1/reports/" + OTHER)
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get("/tallies/10.5555/export.cited")
                .then()
                .statusCode(200);
        view.run("UPDATE %s.projection_offset SET next_offset = next_offset + 1");
        await().untilAsserted(() -> given().header("If-None-Match", tag)
                .get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(200));
        given().get("/api/v1/reports/10.5555/nobody").then().header("Cache-Control", "no-store");
    }

    @Test
    void shouldCompressAnswers() {
        given().header("Accept-Encoding", "gzip")
                .queryParam("cited", CITED)
                .get("/api/v1/exports/statements")
                .then()
                .header("Content-Encoding", "gzip")
                .body(containsString("Unlike Ren"));
        given().header("Accept-Encoding", "gzip")
                .get("/api/v1/reports/10.5555/nobody")
                .then()
                .statusCode(404)
                .header("Content-Encoding", "gzip");
    }

    @Test
    void shouldLinkPages() {
        // When
        String link =
                given().queryParam("limit", 1).get("/api/v1/reports/" + CITED).header("Link");
        // Then
        assertThat(link).contains("rel=\"next\"").contains("cursor=");
        assertThat(given().queryParam("limit", 1)
                        .queryParam("offset", 1)
                        .get("/api/v1/facets/citing/" + CITED)
                        .headers()
                        .getValues("Link")
                        .toString())
                .contains("offset=0", "rel=\"prev\"", "offset=2", "rel=\"next\"");
    }

    @Test
    void shouldDescribeEveryRoute() {
        PublishedApi.read(given().accept("application/json").get("/q/openapi").asString())
                .assertComplete();
    }

    @Test
    void shouldShowSwaggerUiUnderAPolicyOfItsOwn() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("swagger-ui-bundle.js"));
    }
}
