package org.citestream.query.collection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.query.PlatformResource;
import org.citestream.query.collection.CollectionFact.CollectionDescribed;
import org.citestream.query.collection.CollectionFact.WorkCollected;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list in, a collection that is read, shared, annotated, exported and compared. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CollectionApiTest extends ViewFixture {

    private static final String COLLECTIONS = "/api/v1/collections";
    private static final String DUNNARTS = "doi:10.5555/collect.dunnarts";
    private static final String PHASCOGALES = "doi:10.5555/collect.phascogales";
    private static final String PREPRINT = "arxiv:2401.00077";
    private static final String PUBMED = "pmid:99887755";
    private static final String CRITIC = "doi:10.5555/collect.critic";
    private static final String FRIEND = "doi:10.5555/collect.friend";

    @Inject
    KafkaClients clients;

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(DUNNARTS, "Dunnarts store fat in their tails", "2010")
                                .by("Ada Okoye", "Ping Ren")
                                .noticed("retraction"),
                        SampleWork.of(PHASCOGALES, "Phascogales eat by daylight alone", "2012")
                                .by("Noor Haddad"),
                        SampleWork.of(PREPRINT, "Phascogales eat by daylight alone", "2011"),
                        SampleWork.of(PUBMED, "Kowaris without a registered number", "2001")
                                .by("Ada Okoye"),
                        SampleWork.of(CRITIC, "Against fat tails", "2015"),
                        SampleWork.of(FRIEND, "For fat tails", "2016")))
                .said(List.of(
                        SampleStatement.of(CRITIC, DUNNARTS, "We found no fat in any tail.")
                                .as("contrasting", 0.9),
                        SampleStatement.of(FRIEND, DUNNARTS, "Our tails were fat as well.")
                                .as("supporting", 0.9),
                        SampleStatement.of(FRIEND, PHASCOGALES, "Phascogales are known.")
                                .nth(1)))
                .alias(PREPRINT, PHASCOGALES)
                .announced();
    }

    @Test
    void shouldCountEachWorkOnceWhateverIdsTheListGives() {
        // When
        JsonPath made = create(
                "Marsupials",
                "10.5555/COLLECT.dunnarts, arXiv:2401.00077\n10.5555/collect.phascogales\n99887755\n10.5555/later\n");
        // Then
        assertThat(made.getInt("imported.references")).isEqualTo(5);
        assertThat(made.getInt("imported.added")).isEqualTo(4);
        assertThat(made.getInt("imported.already")).isEqualTo(1);
        assertThat(made.getList("imported.unknown")).containsExactly("doi:10.5555/later");
        assertThat(made.getList("imported.notFound")).isEmpty();
        read(made)
                .body("collection.works", equalTo(4))
                .body("known", equalTo(3))
                .body("tally.total", equalTo(3))
                .body("tally.supporting", equalTo(1))
                .body("tally.contrasting", equalTo(1))
                .body("noticed.work.id", contains(DUNNARTS))
                .body("noticed[0].notices[0].kind", equalTo("retraction"));
    }

    @Test
    void shouldFindTitlesAndSayWhatItDoesNotFind() {
        // Given
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/v1/search?in=publications&q=kowaris")
                                .jsonPath()
                                .getInt("total")
                        == 1);
        // When
        JsonPath made = create(
                "By title",
                "Haddad N. Phascogales eat by daylight alone. 2012\nDoe J. Kowaris without a regular burrow. 1987\n");
        // Then
        read(made).body("works.id", contains(PHASCOGALES));
        assertThat(made.getList("imported.notFound.number")).containsExactly(2);
        assertThat(made.getList("imported.notFound[0].candidates.work.id")).contains(PUBMED);
    }

    @ParameterizedTest
    @CsvSource({
        "bibtex, '@article{a, title={Dunnarts store fat in their tails}, doi={10.5555/collect.dunnarts}}'",
        "ris, 'TY  - JOUR|DO  - 10.5555/collect.dunnarts|ER  - |'",
        "csl-json, '[{\"id\": \"a\", \"DOI\": \"10.5555/collect.dunnarts\"}]'",
        "csv, 'Key,Title,DOI|K1,Dunnarts store fat in their tails,10.5555/collect.dunnarts|'",
        "text, 10.5555/collect.dunnarts"
    })
    void shouldReadEveryFormat(String format, String list) {
        // When
        JsonPath made = create("As " + format, list.replace('|', '\n'));
        // Then
        assertThat(made.getString("imported.format")).isEqualTo(format);
        read(made).body("works.id", contains(DUNNARTS));
    }

    @Test
    void shouldKeepNotesAndTagsAndSort() {
        // Given
        JsonPath made = create("Annotated", "10.5555/collect.phascogales\n10.5555/collect.dunnarts\npmid:99887755");
        // When
        given().contentType("application/json")
                .body("{\"note\": \"See the reply\", \"tags\": [\"fat\", \"core\", \"fat\"]}")
                .patch(path(made) + "/works/10.5555/collect.dunnarts")
                .then()
                .statusCode(200)
                .body("tags", contains("fat", "core"));
        // Then
        read(made, "order", "contrasting").body("works[0].id", equalTo(DUNNARTS));
        read(made, "order", "-year").body("works.id", contains(PUBMED, DUNNARTS, PHASCOGALES));
        read(made, "tag", "core")
                .body("matching", equalTo(1))
                .body("works[0].note", equalTo("See the reply"))
                .body("tags.core", equalTo(1));
        read(made, "limit", "2").body("works", hasSize(2)).body("next", equalTo(2));
        given().delete(path(made) + "/works/10.5555/collect.dunnarts").then().statusCode(204);
        read(made).body("works.id", not(hasItem(DUNNARTS))).body("tags", equalTo(Map.of()));
        add(made, "10.5555/collect.dunnarts").body("added", equalTo(1));
        read(made, "tag", "core").body("matching", equalTo(0));
    }

    @Test
    void shouldOpenWithALinkWhatIsClosedWithoutOne() {
        // Given
        JsonPath made = create("Shared", "10.5555/collect.dunnarts");
        String readToken = token(made, "readLink");
        String editToken = token(made, "editLink");
        // When, Then
        stranger().get(path(made)).then().statusCode(404).body("detail", containsString("link"));
        stranger()
                .queryParam("t", readToken)
                .get(path(made))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("collection.right", equalTo("read"))
                .body("collection.editLink", nullValue());
        stranger()
                .queryParam("t", readToken)
                .body(bytes("10.5555/collect.phascogales"))
                .post(path(made) + "/works")
                .then()
                .statusCode(403);
        stranger()
                .queryParam("t", editToken)
                .body(bytes("10.5555/collect.phascogales"))
                .post(path(made) + "/works")
                .then()
                .statusCode(200)
                .body("added", equalTo(1));
        stranger().queryParam("t", editToken).delete(path(made)).then().statusCode(403);
        stranger()
                .queryParam("t", readToken.replaceFirst("^r", "e"))
                .get(path(made))
                .then()
                .statusCode(404);
        stranger().post(COLLECTIONS + "?name=mine").then().statusCode(403);
        stranger()
                .get(COLLECTIONS)
                .then()
                .statusCode(200)
                .body("collections.id", not(hasItem(made.getString("collection.id"))));
        given().post(path(made) + "/links/read")
                .then()
                .statusCode(200)
                .body("readLink", not(containsString(readToken)));
        stranger().queryParam("t", readToken).get(path(made)).then().statusCode(404);
        given().contentType("application/json")
                .body("{\"open\": true, \"name\": \"Renamed\"}")
                .patch(path(made))
                .then()
                .statusCode(200);
        stranger().get(path(made)).then().statusCode(200).body("collection.name", equalTo("Renamed"));
        stranger().get(COLLECTIONS).then().body("collections.id", hasItem(made.getString("collection.id")));
    }

    @Test
    void shouldExportWhatItHas() {
        // Given
        JsonPath made = create("Exported", "10.5555/collect.dunnarts\n10.5555/collect.later\npmid:99887755");
        // When
        String csv = export(made, "csv");
        // Then
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("retraction 2022-05-02", "Ada Okoye; Ping Ren", "doi:10.5555/collect.later");
        assertThat(export(made, "bibtex")).contains("@misc{okoye2010,", "doi = {10.5555/collect.dunnarts}");
        assertThat(export(made, "ris"))
                .contains("DO  - 10.5555/collect.dunnarts")
                .contains("TY  - ");
        assertThat(new JsonPath(export(made, "csl-json")).getList("DOI")).contains("10.5555/collect.dunnarts");
        JsonPath again = create("Read back", csv);
        assertThat(again.getString("imported.format")).isEqualTo("csv");
        read(again).body("works", hasSize(3));
    }

    @Test
    void shouldCompareTwo() {
        // Given
        JsonPath one = create("One", "10.5555/collect.dunnarts\n10.5555/collect.phascogales\n10.5555/nobody.has");
        JsonPath other = create("Other", "arXiv:2401.00077\npmid:99887755\n10.5555/nobody.has");
        // When
        ValidatableResponse pair = given().get(path(one) + "/compare/" + other.getString("collection.id"))
                .then()
                .statusCode(200);
        // Then
        pair.body("compared.both.total", equalTo(2))
                .body("compared.both.works.id", hasItem(PHASCOGALES))
                .body("compared.onlyFirst.works.id", contains(DUNNARTS))
                .body("compared.onlySecond.works.id", contains(PUBMED))
                .body("compared.first.tally.total", equalTo(3))
                .body("compared.second.tally.total", equalTo(1))
                .body("second.name", equalTo("Other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                 | a title                 | 400 | name",
                "name=Empty       | @article{a, title={b    | 422 | Read as bibtex",
                "name=Pdf         | %PDF-1.7                | 415 | PDF",
                "name=Xml         | <rdf:RDF><!ENTITY a 'b' | 422 | entities",
                "name=Table&input=csv | a;b\\n1;2           | 422 | names no column",
                "name=Odd&input=odt  | a                    | 400 | odt",
            })
    void shouldRefuseAndKeepNothing(String query, String list, int status, String says) {
        // Given
        long before = given().get(COLLECTIONS).jsonPath().getList("collections").size();
        // When
        ValidatableResponse refused = given().contentType("application/octet-stream")
                .body(bytes(list.replace("\\n", "\n")))
                .post(COLLECTIONS + (query == null ? "" : "?" + query))
                .then();
        // Then
        refused.statusCode(status).contentType("application/problem+json").body("detail", containsString(says));
        assertThat(given().get(COLLECTIONS).jsonPath().getList("collections")).hasSize((int) before);
    }

    @Test
    void shouldRefuseWhatIsTooLongOrNotThere() {
        // Given
        JsonPath made = create("Bounded", "10.5555/collect.dunnarts");
        String work = path(made) + "/works/10.5555/collect.dunnarts";
        // When, Then
        annotate(work, Map.of("note", "x".repeat(2001))).statusCode(400).body("parameter", equalTo("note"));
        annotate(
                        work,
                        Map.of(
                                "tags",
                                IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()))
                .statusCode(400);
        annotate(work, Map.of("tags", List.of("two\nlines"))).statusCode(400);
        annotate(work, Map.of("colour", "red")).statusCode(400);
        annotate(path(made) + "/works/10.5555/collect.phascogales", Map.of("note", "x"))
                .statusCode(404);
        given().get(COLLECTIONS + "/nothing").then().statusCode(404);
        given().get(path(made) + "?order=colour").then().statusCode(400);
        given().get(path(made) + "/export?format=docx").then().statusCode(400);
        given().delete(path(made)).then().statusCode(204);
        given().get(path(made)).then().statusCode(404);
        given().delete(path(made)).then().statusCode(404);
    }

    @Test
    void shouldBeRestoredFromTheTopic() throws Exception {
        // Given
        JsonPath made = create("Outlives its database", "10.5555/collect.dunnarts\n10.5555/collect.phascogales");
        String id = made.getString("collection.id");
        given().delete(path(made) + "/works/10.5555/collect.phascogales").then().statusCode(204);
        annotate(path(made) + "/works/10.5555/collect.dunnarts", Map.of("note", "Kept", "tags", List.of("a")))
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> view.one("SELECT count(*) FROM app.collection_work WHERE NOT published OR removed") == 0
                        && view.one("SELECT count(*) FROM app.collection WHERE NOT published") == 0);
        // When: an empty database meets the topic
        view.run("DELETE FROM app.collection_work; DELETE FROM app.collection;"
                + " UPDATE app.collection_position SET next_offset = 0");
        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(path(made)).then().statusCode(200));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> read(made)
                .body("collection.name", equalTo("Outlives its database"))
                .body("works.id", contains(DUNNARTS))
                .body("works[0].note", equalTo("Kept"))
                .body("works[0].tags", contains("a")));
        Map<String, String> last = topic();
        assertThat(last).containsKey(id + " " + DUNNARTS);
        assertThat(last.get(id + " " + PHASCOGALES)).isNull();
        assertThat(CollectionFact.read(
                        "WorkCollected", last.get(id + " " + DUNNARTS).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        WorkCollected.class, work -> assertThat(work.note()).isEqualTo("Kept"));
        assertThat(CollectionFact.read("CollectionDescribed", last.get(id).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(CollectionDescribed.class, collection -> assertThat(collection.name())
                        .isEqualTo("Outlives its database"));
    }

    @Test
    void shouldTakeAThousandAtOnce() {
        // Given
        String list = IntStream.range(0, 1000)
                .mapToObj(i -> "10.5555/collect.many." + i)
                .collect(Collectors.joining("\n"));
        // When
        JsonPath made = create("Many", list);
        // Then
        assertThat(made.getInt("imported.added")).isEqualTo(1000);
        read(made)
                .body("collection.works", equalTo(1000))
                .body("works", hasSize(50))
                .body("next", equalTo(50));
        given().delete(path(made)).then().statusCode(204);
    }

    /** The last value of each key of the topic. */
    private Map<String, String> topic() {
        TopicPartition partition = new TopicPartition(CollectionPublisher.TOPIC, 0);
        Map<String, String> last = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = clients.reader("collections-test", 500)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> last.put(
                                new String(record.key(), StandardCharsets.UTF_8),
                                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return last;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPath create(String name, String list) {
        return given().contentType("application/octet-stream")
                .queryParam("name", name)
                .body(bytes(list))
                .post(COLLECTIONS)
                .then()
                .statusCode(201)
                .body("collection.right", equalTo("own"))
                .body("collection.readLink", notNullValue())
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse add(JsonPath made, String list) {
        return given().contentType("application/octet-stream")
                .body(bytes(list))
                .post(path(made) + "/works")
                .then()
                .statusCode(200)
                .body("notFound", empty());
    }

    private static ValidatableResponse annotate(String work, Map<String, ?> what) {
        return given().contentType("application/json").body(what).patch(work).then();
    }

    private static ValidatableResponse read(JsonPath made, String... parameter) {
        RequestSpecification request = given();
        if (parameter.length > 0) {
            request.queryParam(parameter[0], parameter[1]);
        }
        return request.get(path(made)).then().statusCode(200);
    }

    private static String export(JsonPath made, String format) {
        return given().get(path(made) + "/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String path(JsonPath made) {
        return COLLECTIONS + "/" + made.getString("collection.id");
    }

    private static String token(JsonPath made, String link) {
        return made.getString("collection." + link).replaceFirst(".*\\?t=", "");
    }

    /** Somebody who asks from elsewhere: there are no keys, so that only this machine may write. */
    private static RequestSpecification stranger() {
        return given().header("X-Forwarded-For", "192.0.2.7").contentType("application/octet-stream");
    }
}
