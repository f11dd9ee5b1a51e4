package org.citestream.query.integrity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the board is counted a second time here, by plain SQL over the tables, and is as long as the list behind it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class IntegrityBoardTest extends ViewFixture {

    private static final String JOURNAL = "Annals of Building";
    private static final String GONE = "doi:10.5555/board.gone";
    private static final String DOUBTFUL = "doi:10.5555/board.doubtful";
    private static final String SOUND = "doi:10.5555/board.sound";
    private static final String EARLY = "doi:10.5555/board.early";
    private static final String LATE = "doi:10.5555/board.late";
    private static final String SAME_YEAR = "doi:10.5555/board.same";
    private static final String NOTE = "doi:10.5555/notice.1";
    private static final String RESTS = "doi:10.5555/board.rests";

    /** Pairs of an article and a doubted work, with whether the article came after a notice. */
    private static final String PAIRS = """
            WITH doubt AS (
              SELECT p.root, n.date, n.notice FROM active.notice n JOIN active.publication p ON p.key = n.publication
              WHERE NOT n.removed AND n.kind IN ('retraction', 'withdrawal', 'expression-of-concern'))
            , pair AS (
              SELECT r.key AS citing, d.root AS cited, r.journal, r.publisher,
                bool_or(left(r.published || '-01-01', 10) > left(d.date || '-12-31', 10)) IS TRUE AS after
              FROM doubt d
              JOIN active.reference_edge e ON e.cited = d.root
              JOIN active.publication c ON c.key = e.citing
              JOIN active.publication r ON r.key = c.root
              WHERE r.key <> d.root AND NOT EXISTS (SELECT FROM doubt o WHERE o.root = d.root AND o.notice = r.id)
              GROUP BY 1, 2, 3, 4)
            , said AS (
              SELECT pair.*, s.id, s.text ~* '(was|been|since) (retracted|withdrawn)' AS admits
              FROM pair JOIN active.statement s ON s.cited = pair.cited
              JOIN active.publication c ON c.key = s.citing AND c.root = pair.citing)
            """;

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(GONE, "Walls stand without stones", "2010")
                                .noticed("retraction"),
                        SampleWork.of(DOUBTFUL, "Roofs float", "2012").noticed("expression-of-concern", "erratum"),
                        SampleWork.of(SOUND, "Stones are heavy", "2009").noticed("correction"),
                        SampleWork.of(EARLY, "Early walls", "2019").in(JOURNAL, null),
                        SampleWork.of(LATE, "Late walls", "2023").in(JOURNAL, null),
                        SampleWork.of(SAME_YEAR, "Walls of that year", "2022").in(JOURNAL, null),
                        SampleWork.of(NOTE, "Retraction of a work", "2022").in(JOURNAL, null),
                        SampleWork.of(RESTS, "A town of walls", "2024").in("Annals of Towns", null)))
                .said(List.of(
                        SampleStatement.of(EARLY, GONE, "[1] says that walls stand."),
                        SampleStatement.of(LATE, GONE, "[1] was a paper that has since been retracted."),
                        SampleStatement.of(LATE, GONE, "[1] Walls stand by themselves.")
                                .nth(1),
                        SampleStatement.of(LATE, DOUBTFUL, "[2] Roofs float above.")
                                .nth(2),
                        SampleStatement.of(LATE, SOUND, "[3] Stones are heavy.").nth(3),
                        SampleStatement.of(SAME_YEAR, DOUBTFUL, "[1] Roofs float."),
                        SampleStatement.of(NOTE, GONE, "[1] is retracted by its editors."),
                        SampleStatement.of(RESTS, LATE, "[1] Late walls hold towns."),
                        SampleStatement.of(RESTS, EARLY, "[2] Early walls held none.")
                                .nth(1),
                        SampleStatement.of(RESTS, SOUND, "[3] Stones are heavy still.")
                                .nth(2)));
        view.run("UPDATE %s.publication SET publisher = 'Board Press' WHERE journal = '" + JOURNAL + "'");
        view.run("INSERT INTO %s.article (citing, closed_revision, seen_revision, partition) SELECT key, 1, 1, 0"
                + " FROM %<s.publication WHERE id LIKE 'doi:10.5555/board.%%' AND year > 2015 ON CONFLICT DO NOTHING");
        view.run(
                "INSERT INTO %s.notice (key, publication, kind, date, source, removed, withdrawn_at, withdrawn_why, partition,"
                        + " log_offset) SELECT 'notice board', key, 'withdrawal', '2020', 'curated', true, now(), 'reinstated', 0, 0"
                        + " FROM %<s.publication WHERE id = '" + SOUND + "'");
    }

    @Test
    void shouldCountWhatPlainSqlCounts() throws Exception {
        // When
        JsonPath all = json("/api/v1/integrity");
        JsonPath here = json("/api/v1/integrity?journal=" + JOURNAL);
        // Then
        assertThat(all.getLong("counted.references")).isEqualTo(sql("count(*) FROM pair"));
        assertThat(all.getLong("counted.referencesAfter")).isEqualTo(sql("count(*) FROM pair WHERE after"));
        assertThat(all.getLong("counted.statements")).isEqualTo(sql("count(*) FROM said"));
        assertThat(all.getLong("counted.statementsAfter")).isEqualTo(sql("count(*) FROM said WHERE after"));
        assertThat(all.getLong("citingWorks")).isEqualTo(sql("count(DISTINCT citing) FROM pair"));
        assertThat(all.getLong("doubtedWorks")).isEqualTo(sql("count(DISTINCT cited) FROM pair"));
        assertThat(all.getLong("secondOrder")).isEqualTo(sql("""
                count(DISTINCT c.root) FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing
                WHERE e.cited IN (SELECT citing FROM pair) AND e.cited NOT IN (SELECT cited FROM pair) AND c.root <> e.cited"""));
        String mine = " journal = '" + JOURNAL + "'";
        assertThat(here.getLong("counted.references"))
                .isEqualTo(sql("count(*) FROM pair WHERE" + mine))
                .isEqualTo(4);
        assertThat(here.getLong("counted.admitting"))
                .isEqualTo(sql("count(*) FROM said WHERE admits AND" + mine))
                .isEqualTo(1);
        assertThat(here.getLong("counted.silentAfter"))
                .isEqualTo(sql("count(*) FROM said WHERE after AND NOT admits AND" + mine))
                .isEqualTo(2);
        assertThat(here.getLong("articles")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "journals", "publishers", "notices"})
    void shouldSumToTheFigures(String list) {
        // When
        JsonPath figures = json("/api/v1/integrity?journal=" + JOURNAL);
        List<Map<String, Integer>> counted =
                json("/api/v1/integrity/" + list + "?journal=" + JOURNAL).getList("entries.counted");
        // Then
        for (String figure : List.of("references", "statements", "statementsAfter", "admitting", "silentAfter")) {
            assertThat(counted.stream().mapToInt(one -> one.get(figure)).sum())
                    .as(figure)
                    .isEqualTo(figures.getInt("counted." + figure));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "articles?journal=, citing, entries.publication.id",
        "notices?journal=, cited, entries.publication.id",
        "journals?journal=, journal, entries.name",
        "publishers?journal=, publisher, entries.name"
    })
    void shouldListTheSentencesBehindEachFigure(String list, String by, String names) {
        // When
        JsonPath entries = json("/api/v1/integrity/" + list + JOURNAL);
        // Then
        List<String> keys = entries.getList(names);
        assertThat(keys).isNotEmpty();
        for (int i = 0; i < keys.size(); i++) {
            String counted = "entries[" + i + "].counted.";
            String behind = "journal=" + JOURNAL + "&" + by + "=" + keys.get(i);
            assertThat(total(behind)).isEqualTo(entries.getLong(counted + "statements"));
            assertThat(total(behind + "&made=after")).isEqualTo(entries.getLong(counted + "statementsAfter"));
            assertThat(total(behind + "&made=after&admits=no")).isEqualTo(entries.getLong(counted + "silentAfter"));
            assertThat(total(behind + "&admits=yes")).isEqualTo(entries.getLong(counted + "admitting"));
        }
    }

    @Test
    void shouldFollowTheSecondOrderToItsSentences() {
        // When
        JsonPath works = json("/api/v1/integrity/second-order?journal=Annals of Towns");
        // Then: through both articles, and not through the sound work
        assertThat(works.getList("entries.publication.id")).containsExactly(RESTS);
        assertThat(works.getInt("entries[0].references")).isEqualTo(2);
        assertThat(works.getInt("entries[0].statements")).isEqualTo(2);
        assertThat(json("/api/v1/integrity/statements?level=second&citing=" + RESTS)
                        .getList("entries.cited.id"))
                .containsExactly(LATE, EARLY);
    }

    @Test
    void shouldShowWhatWasTakenBack() {
        // When
        JsonPath notices = json("/api/v1/integrity/notices?limit=1000");
        String feed = given().get("/feeds/json/integrity")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // Then
        assertThat(notices.getString("entries.find { it.publication.id == '" + SOUND + "' }.why"))
                .isEqualTo("reinstated");
        assertThat(JsonPath.from(feed).getList("items.title"))
                .contains("withdrawal taken back: Stones are heavy", "retraction: Walls stand without stones");
        assertThat(given().get("/feeds/atom/reports/" + SOUND).asString()).contains("withdrawal taken back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integrity",
                "/integrity?journal=Annals of Building&year=2019..2023&kind=retraction",
                "/integrity/notices",
                "/integrity/articles?journal=Annals of Building",
                "/integrity/second-order",
                "/integrity/journals",
                "/integrity/publishers?publisher=Board Press",
                "/integrity/statements?journal=Annals of Building&made=after&admits=no",
                "/integrity/statements?level=second&citing=10.5555/board.rests"
            })
    void shouldShowFactsAndNoVerdicts(String address) {
        // When
        String page = given().get(address).then().statusCode(200).extract().asString();
        // Then
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
        assertThat(page).contains("<h1").doesNotContainIgnoringCase("fraud").doesNotContainIgnoringCase("fake");
    }

    @Test
    void shouldWriteTablesAndRefuseWhatItDoesNotKnow() {
        assertThat(given().get("/api/v1/integrity/articles?format=csv&journal=" + JOURNAL)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Citestream-Total", "3")
                        .extract()
                        .asString())
                .contains("id,title,journal", LATE);
        for (String wrong : List.of("kind=erratum", "made=never", "colour=red", "level=second", "year=x")) {
            given().get("/api/v1/integrity/statements?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void shouldCountSignalsWithTheirDefinitions() {
        // When
        JsonPath signals = json("/api/v1/signals/" + LATE);
        // Then
        assertThat(signals.getInt("signals.find { it.name == 'uncited' }.of")).isEqualTo(3);
        assertThat(signals.getInt("signals.find { it.name == 'reciprocal' }.count"))
                .isZero();
        assertThat(signals.getList("signals.definition")).doesNotContainNull().hasSize(6);
        assertThat(given().get("/reports/10.5555/board.late?tab=references").asString())
                .contains("Signals in this reference list", "no verdicts");
        assertThat(json("/api/v1/references/" + LATE + "?noticed=doubted").getList("references.cited.id"))
                .containsExactlyInAnyOrder(GONE, DOUBTFUL);
    }

    private static JsonPath json(String address) {
        return given().get(address).then().statusCode(200).extract().jsonPath();
    }

    private static long total(String behind) {
        return json("/api/v1/integrity/statements?limit=1&" + behind).getLong("total");
    }

    private long sql(String what) throws Exception {
        return view.one((PAIRS + "SELECT " + what).replace("%", "%%"));
    }
}
