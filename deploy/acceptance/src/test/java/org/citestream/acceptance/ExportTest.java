package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.undercouch.citeproc.ris.RISParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jbibtex.BibTeXParser;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The samples taken away in every format and read back by libraries that know nothing of us. */
@WithLine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

    private static final String HERO = "doi:10.5555/cs.hallam2016";
    private static final int STATEMENTS = 21;
    private static final int CITING = 19;
    private static final String CITO = "http://purl.org/spar/cito/";

    private final Line line;

    ExportTest(Line line) {
        this.line = line;
    }

    @BeforeAll
    void feedAllSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, HERO, new FoldedLog.Tally(2, 19, 0, 0, 0, CITING));
    }

    private String hero(String format) {
        Api.Answer answer = line.query().get("/api/v1/exports/statements?cited=" + HERO + "&format=" + format);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void shouldExportTheStatementsOfTheReportAsCsv() throws IOException {
        // When
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(hero("csv")))
                .getRecords();

        // Then
        assertThat(rows).hasSize(STATEMENTS);
        assertThat(rows).filteredOn(row -> row.get("type").equals("supporting")).hasSize(2);
        assertThat(rows)
                .allMatch(row -> row.get("cited").equals(HERO)
                        && !row.get("modelVersion").isEmpty()
                        && Long.parseLong(row.get("sequence")) > 0);
        assertThat(rows)
                .extracting(row -> row.get("licence"))
                .contains("https://creativecommons.org/publicdomain/zero/1.0/");
    }

    @Test
    void shouldExportTheStatementsOfTheReportAsJsonLines() {
        // When
        List<JsonNode> lines = hero("jsonl").lines().map(Json::tree).toList();
        // Then
        assertThat(lines).hasSize(STATEMENTS + 2);
        assertThat(lines.get(0).path("export").path("models")).isNotEmpty();
        assertThat(lines.get(0).path("export").path("offsets").path(TopicLog.CLASSIFIED))
                .isNotEmpty();
        assertThat(lines.get(STATEMENTS + 1).path("statements").asInt()).isEqualTo(STATEMENTS);
    }

    @Test
    void shouldExportTheCitingPublicationsForReferenceManagers() throws IOException, ParseException {
        // Given
        var ris = new RISParser().parse(new StringReader(hero("ris"))).getReferences();
        // When
        var bibTeX = new BibTeXParser().parse(new StringReader(hero("bibtex")));
        // Then
        assertThat(ris).hasSize(CITING).allMatch(reference -> reference.getTitle() != null);
        assertThat(bibTeX.getEntries()).hasSize(CITING);
        assertThat(hero("ris").lines().filter(text -> text.startsWith("N1  - [supporting;")))
                .hasSize(2);
    }

    @Test
    void shouldExportCitoAsTurtleAndJsonLd() {
        // Given
        Model turtle = model(hero("turtle"), Lang.TURTLE);
        // When
        Model jsonLd = model(hero("jsonld"), Lang.JSONLD11);
        // Then
        for (Model model : List.of(turtle, jsonLd)) {
            assertThat(model.listStatements(
                                    null,
                                    model.createProperty(CITO, "supports"),
                                    model.createResource("https://doi.org/" + HERO.substring(4)))
                            .toList())
                    .hasSize(2);
            assertThat(model.listSubjectsWithProperty(model.createProperty(CITO, "hasCitedEntity"))
                            .toList())
                    .hasSize(STATEMENTS);
        }
    }

    @Test
    void shouldTellNoLabelWhenBlind() {
        assertThat(hero("csv&blind=true").lines().count()).isGreaterThan(STATEMENTS);
        assertThat(hero("csv&blind=true")).doesNotContain("supporting", "mentioning", "machineType", "confidence");
    }

    @Test
    void shouldCiteTheWorkInAStyle() {
        assertThat(line.query()
                        .get("/api/v1/cite/" + HERO + "?format=text&style=vancouver")
                        .body())
                .contains("A midbrain population gates instinctive behaviours in the striped field mouse");
        assertThat(line.query().get("/api/v1/cite/" + HERO + "?format=bibtex").body())
                .startsWith("@article{hallam2016,");
    }

    @Test
    void shouldGoOnFromAFullExportWithoutAGap() {
        // Given: articles that arrive while everything is exported
        List<Sample> arriving =
                Samples.world("gapless").all().stream().limit(12).toList();
        Feed feed = Feed.start(line, arriving);
        feed.awaitAccepted(5);

        // When
        Everything then =
                Everything.parse(line.query().get("/api/v1/exports/full").body());
        feed.awaitVisible();
        ChangeLog.awaitStill(line);
        then.fold(line.log());

        // Then
        Everything now =
                Everything.parse(line.query().get("/api/v1/exports/full").body());
        assertThat(now.sequence).isGreaterThan(then.sequence);
        assertThat(then.statements).isEqualTo(now.statements);
        assertThat(then.tallies).isEqualTo(now.tallies);
        now.tallies.entrySet().stream()
                .filter(tally -> tally.getKey().contains("gapless"))
                .forEach(tally ->
                        assertThat(FoldedLog.Tally.of(tally.getValue())).isEqualTo(Served.tally(line, tally.getKey())));
    }

    @Test
    void shouldDescribeItselfAndAskBeforeACacheIsUsed() {
        // When
        JsonNode api = line.query().get("/q/openapi?format=json").ok();
        // Then
        assertThat(api.path("paths")
                        .path("/api/v1/exports/statements")
                        .path("get")
                        .path("parameters"))
                .hasSizeGreaterThan(15);
        assertThat(line.query().page("/q/swagger-ui/").status()).isEqualTo(200);
    }

    private static long sequence(ConsumerRecord<String, String> change) {
        return Json.tree(change.value()).path("sequence").asLong();
    }

    private static Model model(String text, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), "http://base.test/", language);
        return model;
    }

    /** What a consumer keeps: each statement's work and type, each work's tally, and how far it has come. */
    private static final class Everything {

        private final Map<String, String> statements = new TreeMap<>();
        private final Map<String, JsonNode> tallies = new TreeMap<>();
        private long sequence;

        static Everything parse(String lines) {
            var all = new Everything();
            List<JsonNode> parsed = lines.lines().map(Json::tree).toList();
            parsed.forEach(all::take);
            JsonNode end = parsed.get(parsed.size() - 1);
            assertThat(end.path("kind").asText()).isEqualTo("end");
            assertThat(end.path("statements").asInt()).isEqualTo(all.statements.size());
            return all;
        }

        private void take(JsonNode row) {
            switch (row.path("kind").asText()) {
                case "export" -> sequence = row.path("export").path("sequence").asLong();
                case "statement" ->
                    statements.put(row.path("statement").path("id").asText(), said(row.path("statement")));
                case "tally" -> tallies.put(row.path("cited").asText(), row.path("tally"));
                default -> {
                    // Publications and references do not change with what is folded here.
                }
            }
        }

        void fold(TopicLog log) {
            log.read(TopicLog.CHANGES).stream()
                    .sorted(Comparator.comparingLong(ExportTest::sequence))
                    .filter(record -> sequence(record) > sequence)
                    .forEach(record -> fold(TopicLog.header(record, "type"), Json.tree(record.value())));
        }

        private void fold(String type, JsonNode change) {
            tallies.put(change.path("cited").asText(), change.path("after"));
            String statement = change.path("statement").asText();
            switch (type) {
                case "StatementAdded", "StatementChanged" -> statements.put(statement, said(change));
                // Of two works that turned out to be one, the statement may be the other's by now.
                case "StatementRemoved" ->
                    statements.computeIfPresent(
                            statement,
                            (id, said) -> said.startsWith(change.path("cited").asText() + " ") ? null : said);
                default -> {
                    // References and notices move tallies alone.
                }
            }
        }

        private static String said(JsonNode statement) {
            return statement.path("cited").asText() + " "
                    + statement.path("type").asText();
        }
    }
}
