package org.citestream.ingest.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citestream.ingest.Contract;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.TopicReader;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.article.ReferenceBuilder;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Relationship;
import org.citestream.kit.database.Sql;
import org.citestream.platform.SharedPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CatalogueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Catalogue catalogue;

    @Inject
    Publisher publisher;

    @Inject
    FormerReadings formerReadings;

    @Inject
    DataSource database;

    @Test
    void shouldMatchByTitleWhenCitedWorkHasBeenReadBefore() {
        // Given
        send(Jats.article()
                .doi("10.5555/known.1")
                .title("How sleep shapes the memory of the honey bee")
                .by("Abara", 2017));
        awaitRead("doi:10.5555/known.1");
        // When
        send(Jats.article()
                .doi("10.5555/citing.1")
                .cites("Sleep shapes memory", "B1")
                .reference("B1", "Abara", "How sleep shapes the memory of the honey bee", 2017));
        // Then
        List<TopicReader.TopicRecord> facts = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/citing.1");
        assertThat(facts.get(0).value().path("cited").asText()).isEqualTo("doi:10.5555/known.1");
        var match = facts.get(1).value().path("references").path(0).path("match");
        assertThat(match.path("method").asText()).isEqualTo("title");
        assertThat(match.path("score").asDouble()).isEqualTo(1.0);
    }

    @Test
    void shouldKeepOneReadingWhenAMachineReadTheSameArticleUnderNoId() {
        // Given: GROBID's title has a misprint, so that the id made of it is another
        String tei = tei("How warmth shapes the menory of the bumble bee in spring", "Abara", 2018);
        String former = given().contentType("application/xml")
                .body(tei.getBytes(StandardCharsets.UTF_8))
                .post("/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("publication");
        awaitRead(former);
        // When
        send(Jats.article()
                .doi("10.5555/twin.1")
                .title("How warmth shapes the memory of the bumble bee in spring")
                .by("Abara", 2018));
        // Then
        assertThat(former).startsWith("ref:");
        List<TopicReader.TopicRecord> about = TopicReader.about(TopicReader.STATEMENTS, former);
        assertThat(about.get(about.size() - 1).type()).isEqualTo("ArticleWithdrawn");
        assertThat(about.get(about.size() - 1).value().path("supersededBy").asText())
                .isEqualTo("doi:10.5555/twin.1");
        TopicReader.TopicRecord alias = TopicReader.about(TopicReader.PUBLICATIONS, former).stream()
                .filter(entry -> entry.type().equals("AliasFound"))
                .findFirst()
                .orElseThrow();
        assertThat(alias.value().path("to").asText()).isEqualTo("doi:10.5555/twin.1");
        assertThat(alias.value().path("method").asText()).isEqualTo("title");
        assertThat(alias.value().path("score").asDouble()).isBetween(0.9, 0.99);
        // And the machine's reading does not come back.
        given().contentType("application/xml")
                .body(tei.getBytes(StandardCharsets.UTF_8))
                .post("/articles")
                .then()
                .statusCode(200)
                .body("publication", equalTo("doi:10.5555/twin.1"));
    }

    @Test
    void shouldTakeOneBackWhenTheCatalogueFindsLaterThatTwoReadingsAreOne() throws Exception {
        // Given: both are in before the catalogue knows either
        String title = "How drought shapes the memory of the carpenter bee in autumn";
        String former = given().contentType("application/xml")
                .body(tei(title.replace("autumn", "autum"), "Abara", 2018).getBytes(StandardCharsets.UTF_8))
                .post("/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("publication");
        send(Jats.article().doi("10.5555/twin.2").title(title).by("Abara", 2018));
        // When, Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<TopicReader.TopicRecord> about = TopicReader.about(TopicReader.STATEMENTS, former);
            assertThat(about.get(about.size() - 1).type()).isEqualTo("ArticleWithdrawn");
        });
    }

    private static String tei(String title, String family, int year) {
        return "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title level='a'>" + title
                + "</title></titleStmt><sourceDesc><biblStruct><analytic><author><persName><forename>A</forename><surname>"
                + family + "</surname></persName></author></analytic><monogr><imprint><date type='published' when='"
                + year
                + "'/></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader><text><body><div><p>So it is"
                + " <ref type='bibr' target='#b0'>[1]</ref>.</p></div></body><back><listBibl><biblStruct xml:id='b0'>"
                + "<analytic><title level='a'>Fear extinction in the rat, a sample</title></analytic></biblStruct>"
                + "</listBibl></back></text></TEI>";
    }

    @Test
    void shouldMatchByPmidWhenCitedWorkIsKnownByDoiAndPmid() {
        // Given
        send(Jats.article().doi("10.5555/known.2").id("pmid", "9900002").title("A work that has two ids"));
        awaitRead("doi:10.5555/known.2");
        // When
        send(Jats.article()
                .doi("10.5555/citing.2")
                .cites("Two ids are better than one", "B1")
                .reference("B1", "Other", "Some title of it", 2010, "pmid:9900002"));
        // Then
        List<TopicReader.TopicRecord> facts = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/citing.2");
        assertThat(facts.get(0).value().path("cited").asText()).isEqualTo("doi:10.5555/known.2");
        assertThat(TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/known.2"))
                .extracting(TopicReader.TopicRecord::key)
                .containsExactly("fulltext doi:10.5555/known.2");
    }

    @Test
    void shouldShowAConflictWhenTwoWorksClaimOnePmid() {
        // Given
        send(Jats.article()
                .doi("10.5555/conflict.citing")
                .cites("A number tells of it", "B1")
                .reference("B1", "Abara", "What the number tells of many things", 2001, "pmid:9700001"));
        // When
        send(Jats.article().doi("10.5555/conflict.one").id("pmid", "9700001").title("One that claims the number"));
        send(Jats.article().doi("10.5555/conflict.two").id("pmid", "9700001").title("Two that claims the number"));
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> given().queryParam("after", "pmid:9700000")
                .queryParam("limit", 1)
                .get("/conflicts")
                .then()
                .body("conflicts[0].identifier", equalTo("pmid:9700001"))
                .body(
                        "conflicts[0].claimedBy",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "doi:10.5555/conflict.one", "doi:10.5555/conflict.two")));
    }

    @Test
    void shouldTakeBackWhatWasSaidWhenTheBeginningOfDoisWasTakenForAWork() throws Exception {
        // Given
        String stem = "doi:10.1371/journal";
        String description = "{\"id\":\"" + stem + "\",\"source\":\"reference\",\"ids\":{\"doi\":\"10.1371/journal\"},"
                + "\"title\":\"A title that many works were given\",\"published\":\"2001\"}";
        publisher.publish(
                List.of(
                        OutgoingRecord.of(FactJson.mapper().readValue(description, PublicationDescribed.class)),
                        OutgoingRecord.of(new AliasFound("ref:0a", stem, "title", 1, Instant.EPOCH))),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        // When
        await().atMost(PATIENCE).until(() -> isTakenBack(stem) && isTakenBack("ref:0a"));
        // Then
        assertThat(catalogue.isReadInFull(new PublicationId(stem))).isFalse();
    }

    @Test
    void shouldTakeBackAnIdThatNoReadingMakesAnyMore() {
        // Given
        send(citingWork("10.5555/reread.1", "How thnder shapes the memory of the mason bee"));
        String former = cited("doi:10.5555/reread.1");
        awaitDescribed(former);
        // When
        send(citingWork("10.5555/reread.1", "How thunder shapes the memory of the mason bee"));
        // Then
        String later = cited("doi:10.5555/reread.1");
        awaitGone(former);
        // And when it is read as before, the former id is described again and the later one goes.
        send(citingWork("10.5555/reread.1", "How thnder shapes the memory of the mason bee"));
        awaitGone(later);
        assertThat(lastOf("reference " + former).value()).isNotNull();
    }

    @Test
    void shouldLeadAnIdToTheDoiThatTookItsPlace() {
        // Given
        send(citingWork("10.5555/reread.7", "How mist shapes the memory of the carpenter bee"));
        String former = cited("doi:10.5555/reread.7");
        awaitDescribed(former);
        // When
        send(Jats.article()
                .doi("10.5555/reread.7")
                .cites("Words about another work", "B1")
                .reference("B1", "Abara", "How mud shapes what is built by wasps", 2018, "doi:10.5555/reread.8"));
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(lastOf("reference " + former).value()).isNull();
            assertThat(lastOf("alias " + former).value().path("to").asText()).isEqualTo("doi:10.5555/reread.8");
        });
        assertThat(Contract.violations("AliasFound", lastOf("alias " + former).value()))
                .isEmpty();
    }

    @Test
    void shouldKeepAnIdForAsLongAsOneArticleMakesIt() {
        // Given: two lists name a work by the name of its journal
        String journal = "Annals of the Society of Sample Sciences";
        send(citingWork("10.5555/reread.2", journal));
        send(citingWork("10.5555/reread.3", journal));
        String former = cited("doi:10.5555/reread.2");
        assertThat(cited("doi:10.5555/reread.3")).isEqualTo(former);
        awaitDescribed(former);
        // When: both meant different works, and one of them is read again
        send(citingWork("10.5555/reread.2", "How snow shapes the memory of the mining bee"));
        send(citingWork("10.5555/reread.4", "How hail shapes the memory of the sweat bee"));
        String left = cited("doi:10.5555/reread.4");
        awaitDescribed(left);
        send(citingWork("10.5555/reread.4", "How sleet shapes the memory of the sweat bee"));
        // Then: what was left later has gone, so that this id was considered and stays
        awaitGone(left);
        assertThat(lastOf("reference " + former).value()).isNotNull();
        // And once the other is read again it goes, but leads to neither.
        send(citingWork("10.5555/reread.3", "How frost shapes the memory of the plasterer bee"));
        awaitGone(former);
        assertThat(TopicReader.about(TopicReader.PUBLICATIONS, former))
                .extracting(TopicReader.TopicRecord::type)
                .doesNotContain("AliasFound");
    }

    @Test
    void shouldLetAnIdGoWhenTheOnlyArticleThatMakesItIsWithdrawn() {
        // Given
        send(citingWork("10.5555/reread.5", "How rain shapes the memory of the orchid bee"));
        String former = cited("doi:10.5555/reread.5");
        awaitDescribed(former);
        // When
        given().delete("/articles/doi:10.5555/reread.5").then().statusCode(200);
        // Then
        awaitGone(former);
    }

    @Test
    void shouldNoteFormerReadingsOnceWhenTheyAreFromBeforeIdsWereNoted() throws Exception {
        // Given
        send(citingWork("10.5555/reread.6", "How fogg shapes the memory of the cuckoo bee"));
        String former = cited("doi:10.5555/reread.6");
        awaitDescribed(former);
        try (Connection connection = database.getConnection()) {
            Sql.of("delete from reference_id where id = :id").with("id", former).update(connection);
            Sql.of("update article set references_noted = false where id = 'doi:10.5555/reread.6'")
                    .update(connection);
        }
        // When
        formerReadings.noteAll();
        // Then
        send(citingWork("10.5555/reread.6", "How fog shapes the memory of the cuckoo bee"));
        awaitGone(former);
    }

    @Test
    void shouldTakeBackAnAliasByTitleWhenTheWorkTurnsOutToBeAnother() {
        // Given
        String title = "How moonlight shapes the memory of the squash bee";
        send(citingWork("10.5555/parted.2", title));
        String alone = cited("doi:10.5555/parted.2");
        send(Jats.article().doi("10.5555/parted.1").title(title).by("Abara", 2018));
        awaitLeads(alone, "doi:10.5555/parted.1");
        // When
        send(Jats.article()
                .doi("10.5555/parted.1")
                .title("What starlight does to the memory of the leafcutter ant")
                .by("Abara", 2018));
        // Then
        await().atMost(PATIENCE).until(() -> lastOf("alias " + alone).value() == null);
        assertThat(lastOf("reference " + alone).value()).isNotNull();
    }

    private static Jats citingWork(String doi, String title) {
        return Jats.article().doi(doi).cites("Words about another work", "B1").reference("B1", "Abara", title, 2018);
    }

    private static String cited(String citing) {
        List<String> cited = TopicReader.about(TopicReader.STATEMENTS, citing).stream()
                .filter(entry -> entry.type().equals("StatementExtracted"))
                .map(entry -> entry.value().path("cited").asText())
                .toList();
        return cited.get(cited.size() - 1);
    }

    private static TopicReader.TopicRecord lastOf(String key) {
        List<TopicReader.TopicRecord> said = TopicReader.about(TopicReader.PUBLICATIONS, key.split(" ", 2)[1]).stream()
                .filter(entry -> entry.key().equals(key))
                .toList();
        return said.get(said.size() - 1);
    }

    private static void awaitGone(String id) {
        await().atMost(PATIENCE).until(() -> lastOf("reference " + id).value() == null);
    }

    private static void awaitLeads(String from, String to) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(TopicReader.about(TopicReader.PUBLICATIONS, from))
                .last()
                .satisfies(last -> {
                    assertThat(last.key()).isEqualTo("alias " + from);
                    assertThat(last.value().path("to").asText()).isEqualTo(to);
                }));
    }

    private void awaitDescribed(String id) {
        await().atMost(PATIENCE).until(() -> {
            try (Connection connection = database.getConnection()) {
                return Sql.of("select count(*) from publication where id = :id")
                                .with("id", id)
                                .number(connection)
                        > 0;
            }
        });
    }

    private static boolean isTakenBack(String id) {
        List<TopicReader.TopicRecord> said = TopicReader.about(TopicReader.PUBLICATIONS, id);
        return !said.isEmpty() && said.get(said.size() - 1).value() == null;
    }

    @Test
    void shouldFindAliasWhenWorkBecomesKnownAfterItWasCited() {
        // Given
        send(Jats.article()
                .doi("10.5555/citing.3")
                .cites("An old book tells of it", "B1")
                .reference("B1", "Tinb", "A long book of instincts and of habits", 1951));
        String cited = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/citing.3")
                .get(0)
                .value()
                .path("cited")
                .asText();
        assertThat(cited).startsWith("ref:");
        // When
        send(Jats.article()
                .doi("10.5555/known.3")
                .title("A long book of instincts and of habits")
                .by("Tinb", 1951));
        // Then
        TopicReader.TopicRecord alias = await().atMost(PATIENCE)
                .until(
                        () -> TopicReader.about(TopicReader.PUBLICATIONS, cited).stream()
                                .filter(entry -> entry.type().equals("AliasFound"))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
        assertThat(alias.key()).isEqualTo("alias " + cited);
        assertThat(alias.value().path("to").asText()).isEqualTo("doi:10.5555/known.3");
        assertThat(Contract.violations("AliasFound", alias.value())).isEmpty();
    }

    @Test
    void shouldFindAliasWhenPmidTurnsOutToBelongToADoi() {
        // Given
        send(Jats.article()
                .doi("10.5555/citing.4")
                .cites("A work known by number", "B1")
                .reference("B1", "Mora", "Numbers before names", 2001, "pmid:9900004"));
        // When
        send(Jats.article()
                .doi("10.5555/citing.5")
                .cites("The same work with more words", "B1")
                .reference("B1", "Mora", "Numbers before names", 2001, "pmid:9900004", "doi:10.5555/numbers"));
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.about(TopicReader.PUBLICATIONS, "pmid:9900004"))
                        .filteredOn(entry -> entry.type().equals("AliasFound"))
                        .hasSize(1)
                        .first()
                        .satisfies(alias ->
                                assertThat(alias.value().path("to").asText()).isEqualTo("doi:10.5555/numbers")));
    }

    @Test
    void shouldWithdrawOldReadingWhenArticleArrivesUnderBetterId() {
        // Given
        Jats poor = Jats.article().id("pmcid", "PMC9900006").title("An article that gets a better name");
        send(poor).body("publication", equalTo("pmcid:PMC9900006"));
        // When
        send(Jats.article()
                        .id("pmcid", "PMC9900006")
                        .doi("10.5555/better.6")
                        .title("An article that gets a better name"))
                .body("publication", equalTo("doi:10.5555/better.6"));
        // Then
        List<TopicReader.TopicRecord> facts = TopicReader.about(TopicReader.STATEMENTS, "pmcid:PMC9900006");
        TopicReader.TopicRecord last = facts.get(facts.size() - 1);
        assertThat(last.type()).isEqualTo("ArticleWithdrawn");
        assertThat(last.value().path("supersededBy").asText()).isEqualTo("doi:10.5555/better.6");
        assertThat(TopicReader.about(TopicReader.PUBLICATIONS, "pmcid:PMC9900006"))
                .extracting(TopicReader.TopicRecord::type)
                .contains("AliasFound");
        awaitRead("doi:10.5555/better.6");
        send(poor).statusCode(201).body("publication", equalTo("doi:10.5555/better.6"));
    }

    @Test
    void shouldKeepPublisherXmlWhenMachineReadingArrives() {
        // Given
        send(Jats.article().doi("10.5555/kept.7").title("What the publisher says of it"));
        byte[] tei = ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt>"
                        + "<title>What the publisher says of it</title></titleStmt><sourceDesc><biblStruct>"
                        + "<idno type=\"DOI\">10.5555/kept.7</idno></biblStruct></sourceDesc></fileDesc></teiHeader>"
                        + "<text><body><div><p>Words.</p></div></body></text></TEI>")
                .getBytes(StandardCharsets.UTF_8);
        // When
        ValidatableResponse kept = post(tei, "/articles");
        ValidatableResponse forced = post(tei, "/articles?force=true");
        // Then
        kept.statusCode(200).body("unchanged", equalTo(true)).body("note", containsString("publisher XML"));
        forced.statusCode(201).body("publication", equalTo("doi:10.5555/kept.7"));
    }

    @Test
    void shouldDescribeCitedWorkOnceWhenNothingNewIsSaid() {
        // Given
        Jats first = Jats.article()
                .doi("10.5555/citing.8")
                .cites("One says it", "B1")
                .reference("B1", "Paz", "What everybody cites these days", 1999, "doi:10.5555/famous.8");
        send(first);
        await().atMost(PATIENCE).until(() -> !known("doi:10.5555/famous.8").isEmpty());
        // When
        send(Jats.article()
                .doi("10.5555/citing.9")
                .cites("Another says it", "B7")
                .reference("B7", "Paz", "What everybody cites these days", 1999, "doi:10.5555/famous.8"));
        send(Jats.article()
                .doi("10.5555/citing.10")
                .cites("A third says it", "B7")
                .reference(
                        "B7", "Paz", "What everybody cites these days", 1999, "doi:10.5555/famous.8", "pmid:9900008"));
        // Then
        List<TopicReader.TopicRecord> described = TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/famous.8");
        assertThat(described).hasSize(2);
        assertThat(described.get(1).value().path("ids").path("pmid").asText()).isEqualTo("9900008");
        assertThat(described.get(1).value().path("describedBy").asText()).isEqualTo("doi:10.5555/citing.8");
    }

    @Test
    void shouldParkBytesWhenTheyBreakTheContract() throws ExecutionException, InterruptedException {
        // Given
        Map<String, Object> address =
                Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());
        try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            // When
            producer.send(new ProducerRecord<>(TopicReader.PUBLICATIONS, 3, "fulltext doi:10.5555/broken", "{broken"))
                    .get();
        }
        // Then
        ConsumerRecord<byte[], byte[]> letter = await().atMost(PATIENCE)
                .until(
                        () -> TopicReader.raw("dlq.citestream.catalogue.citations.publications.v1"),
                        found -> !found.isEmpty())
                .get(0);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{broken");
        assertThat(letter.partition()).isEqualTo(3);
        assertThat(new String(
                        letter.headers().lastHeader("dead-letter-category").value(), StandardCharsets.UTF_8))
                .isEqualTo("undecodable");
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void shouldBeReadyWhenCaughtUp() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    private Map<String, ?> known(String id) {
        Reference reference = ReferenceBuilder.reference(
                "K", it -> it.identifiers = new Identifiers(new PublicationId(id).local(), null, null, null));
        return catalogue
                .consult(List.of(new CitedReference(
                        reference, new PublicationId(id), new Relationship(Relationship.Kind.UNKNOWN, List.of()))))
                .hearsay();
    }

    private void awaitRead(String id) {
        await().atMost(PATIENCE).until(() -> catalogue.isReadInFull(new PublicationId(id)));
    }

    private static ValidatableResponse send(Jats article) {
        return post(article.bytes(), "/articles");
    }

    private static ValidatableResponse post(byte[] body, String path) {
        return given().contentType("application/xml").body(body).post(path).then();
    }
}
