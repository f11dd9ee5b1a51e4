package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.query.PlatformResource;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.report.StatementOrder;
import org.citestream.query.stream.StreamFilter;
import org.citestream.query.view.ClassifiedArticle;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.web.SampleView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Report, export, search and stream have the same statements for every value of every facet, in the same order whatever it
 * is: of the work that the samples cite most, and of one cited so often that its report is remembered. All of it came in
 * through the projection.
 */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@Tag("slow")
class OrdersAgreeTest {

    /** From so many statements on a report comes from memory. */
    private static final int REMEMBERED = 500;

    private static final int PAGE = 100;

    private static final Set<StatementOrder> OF_SEARCH = Set.of(StatementOrder.NEWEST, StatementOrder.OLDEST);

    private static final World SAMPLES = samples();
    private static final World MUCH_CITED = muchCited();

    /** Null before it was tried. */
    private static Boolean arrived;

    @Inject
    ObjectMapper json;

    @Inject
    ChangeLog changes;

    /** A cited work, its citing works by their ids, what they say of it, and a word in all that they say. */
    private record World(String cited, Map<String, SampleWork> citing, List<SampleStatement> said, String word) {

        Stream<ClassifiedArticle> described() {
            return citing.values().stream().map(work -> new ClassifiedArticle(work.id(), cited, 1).described(work));
        }

        Stream<ClassifiedArticle> statements() {
            return citing.keySet().stream().map(id -> {
                ClassifiedArticle article = new ClassifiedArticle(id, cited, 1);
                said.stream().filter(one -> one.citing().equals(id)).forEach(article::says);
                return article;
            });
        }

        Map<String, List<String>> facets(SampleStatement one) {
            return one.facets(citing.get(one.citing()));
        }

        /** All that a facet may have or has here, and something that it never has where it may have anything. */
        Collection<String> values(Facet facet) {
            if (!facet.choices().isEmpty()) {
                return facet.choices();
            }
            List<String> values = said.stream()
                    .flatMap(one -> facets(one).get(facet.parameter()).stream())
                    .distinct()
                    .limit(6)
                    .collect(Collectors.toCollection(ArrayList::new));
            values.add(facet == Facet.YEAR ? "1066" : "nothing of the kind");
            return values;
        }

        List<UUID> having(Facet facet, String value) {
            return said.stream()
                    .filter(one -> facets(one).get(facet.parameter()).contains(value))
                    .map(SampleStatement::id)
                    .toList();
        }
    }

    private static World samples() {
        try {
            SampleView samples = SampleView.read();
            String cited = "doi:10.5555/cs.hallam2016";
            List<SampleStatement> said = samples.statements().stream()
                    .filter(one -> one.cited().equals(cited))
                    .map(one -> SampleStatement.of(one.citing(), cited, one.text() + " Samplequery.")
                            .as(one.type(), one.confidence())
                            .in(one.section())
                            .at(one.position())
                            .nth(one.ordinal()))
                    .toList();
            Map<String, SampleWork> citing = new LinkedHashMap<>();
            samples.works().stream()
                    .filter(work -> said.stream().anyMatch(one -> one.citing().equals(work.id())))
                    .forEach(work -> citing.put(work.id(), work));
            return new World(cited, citing, said, "samplequery");
        } catch (IOException noSamples) {
            throw new IllegalStateException(noSamples);
        }
    }

    /** Every value of every facet, in mixtures that differ from work to work, with many equals in every order. */
    private static World muchCited() {
        String cited = "doi:10.5555/orders.cited";
        Map<String, SampleWork> citing = new LinkedHashMap<>();
        List<SampleStatement> said = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            String id = "doi:10.5555/orders." + i;
            SampleWork work = SampleWork.of(id, "Work " + i, i % 7 == 0 ? null : 2010 + i % 5 + "-0" + (1 + i % 9));
            work = i % 6 == 0 ? work : work.by(i % 2 == 0 ? "Ada Okoye" : "Ping Ren", "Bo Li");
            work = i % 5 == 0 ? work : work.in("Annals " + i % 3, i % 4 == 0 ? "review-article" : "research-article");
            List<String> notices = Facet.NOTICE.choices();
            String notice = notices.get(i % notices.size());
            citing.put(id, notice.equals(Facet.NONE) ? work : work.noticed(notice));
            for (int j = 0; j < 5; j++) {
                int n = 5 * i + j;
                said.add(SampleStatement.of(id, cited, "Manyquery says it " + j + " times.")
                        .as(at(Facet.TYPE, n), 0.5 + n % 4 / 10.0)
                        .in(at(Facet.SECTION, n / 2))
                        .meant(at(Facet.INTENT, n / 3))
                        .at(at(Facet.POSITION, n / 4))
                        .related(at(Facet.RELATIONSHIP, n / 5))
                        .nth(j));
            }
        }
        return new World(cited, citing, said, "manyquery");
    }

    private static String at(Facet facet, int i) {
        return facet.choices().get(i % facet.choices().size());
    }

    static Stream<Arguments> questions() {
        return Stream.of(SAMPLES, MUCH_CITED)
                .flatMap(world -> Facet.OF_REPORTS.stream().flatMap(facet -> Stream.of(StatementOrder.values())
                        .map(order -> Arguments.of(world.word(), world.cited(), facet, order))));
    }

    @ParameterizedTest(name = "{0}: {2} by {3}")
    @MethodSource("questions")
    void shouldHaveTheSameStatementsInTheSameOrder(String word, String cited, Facet facet, StatementOrder order)
            throws Exception {
        // Given
        World world = cited.equals(SAMPLES.cited()) ? SAMPLES : MUCH_CITED;
        arrive();
        assertThat(MUCH_CITED.said()).hasSizeGreaterThan(REMEMBERED);

        for (String value : inTurn(world.values(facet), order)) {
            // When
            List<JsonNode> groups = report(world, facet, value, order);
            List<JsonNode> again = report(world, facet, value, order);
            List<JsonNode> exported = exported(world, facet, value, order);

            // Then
            String question = "%s=%s by %s".formatted(facet, value, order);
            List<UUID> expected = world.having(facet, value);
            assertThat(exported.stream().map(OrdersAgreeTest::id))
                    .as("export, %s", question)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(again).as("asked again, %s", question).isEqualTo(groups);
            assertSameOrder(groups, exported, question);
            if (Facet.OF_SEARCH.contains(facet)) {
                List<JsonNode> found =
                        searched(world, facet, value, OF_SEARCH.contains(order) ? order : StatementOrder.NEWEST);
                assertThat(found.stream().map(OrdersAgreeTest::id))
                        .as("search, %s", question)
                        .containsExactlyInAnyOrderElementsOf(expected);
                if (OF_SEARCH.contains(order)) {
                    assertThat(dates(found))
                            .as("dates of the search, %s", question)
                            .isEqualTo(dates(exported));
                }
            }
            if (facet != Facet.NOTICE) {
                // There a notice is news of its own, not a trait of the work that cites.
                assertThat(streamed(world, facet, value))
                        .as("stream, %s", question)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Of many values each in one of the orders, and in every order at least one: all in all would take minutes. */
    private static List<String> inTurn(Collection<String> values, StatementOrder order) {
        List<String> all = List.copyOf(values);
        List<StatementOrder> orders = List.of(StatementOrder.values());
        int turn = orders.indexOf(order);
        return IntStream.range(0, all.size())
                .filter(i -> i % orders.size() == turn || i == turn % all.size())
                .mapToObj(all::get)
                .toList();
    }

    /** Groups come as their works come first in the export, and begin with what the export has first of each. */
    private static void assertSameOrder(List<JsonNode> groups, List<JsonNode> exported, String question) {
        Map<String, List<UUID>> byWork = new LinkedHashMap<>();
        exported.forEach(
                row -> byWork.computeIfAbsent(row.path("citing").path("id").asText(), work -> new ArrayList<>())
                        .add(id(row)));
        assertThat(groups.stream().map(group -> group.path("citing").path("id").asText()))
                .as("works of the report, %s", question)
                .containsExactlyElementsOf(byWork.keySet());
        for (JsonNode group : groups) {
            List<UUID> all = byWork.get(group.path("citing").path("id").asText());
            List<UUID> shown = new ArrayList<>();
            group.path("statements")
                    .forEach(one -> shown.add(UUID.fromString(one.path("id").asText())));
            assertThat(shown)
                    .as("%s, %s", group.path("citing").path("id"), question)
                    .isNotEmpty();
            assertThat(all.subList(0, shown.size()))
                    .as("%s, %s", group.path("citing").path("id"), question)
                    .isEqualTo(shown);
            assertThat(group.path("more").asInt()).isEqualTo(all.size() - shown.size());
        }
    }

    /** Publishes both worlds once, the works first, and waits until tables, index and stream have them. */
    private void arrive() throws Exception {
        if (arrived != null) {
            assertThat(arrived).as("all arrived").isTrue();
            return;
        }
        arrived = false;
        List<World> worlds = List.of(SAMPLES, MUCH_CITED);
        ClassifiedArticle.publish(worlds.stream().flatMap(World::described).toList());
        for (World world : worlds) {
            for (SampleWork work : world.citing().values()) {
                awaitWork(work);
            }
        }
        ClassifiedArticle.publish(worlds.stream().flatMap(World::statements).toList());
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            for (World world : worlds) {
                assertThat(streamed(world, Map.of())).hasSameSizeAs(world.said());
                search(world)
                        .get("/api/v1/search")
                        .then()
                        .body("total", equalTo(world.said().size()));
            }
        });
        arrived = true;
    }

    private static void awaitWork(SampleWork work) {
        await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).untilAsserted(() -> given().get(
                        "/api/v1/publications/" + work.id())
                .then()
                .statusCode(200)
                .body("title", equalTo(work.title()))
                .body("notices", hasSize(work.notices().size())));
    }

    private List<JsonNode> report(World world, Facet facet, String value, StatementOrder order) throws IOException {
        List<JsonNode> groups = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification asked = given().queryParam(facet.parameter(), value)
                    .queryParam("order", order.parameter())
                    .queryParam("limit", PAGE);
            if (cursor != null) {
                asked.queryParam("cursor", cursor);
            }
            JsonNode page = tree(asked, "/api/v1/reports/" + world.cited());
            assertThat(page.path("matching").asInt())
                    .isEqualTo(world.having(facet, value).size());
            page.path("groups").forEach(groups::add);
            cursor = page.path("next").asText(null);
        } while (cursor != null);
        return groups;
    }

    private List<JsonNode> exported(World world, Facet facet, String value, StatementOrder order) throws IOException {
        String lines = given().queryParam("cited", world.cited())
                .queryParam("format", "jsonl")
                .queryParam(facet.parameter(), value)
                .queryParam("order", order.parameter())
                .get("/api/v1/exports/statements")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            JsonNode row = json.readTree(line);
            if (row.path("kind").asText().equals("statement")) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static RequestSpecification search(World world) {
        return given().queryParam("q", world.word());
    }

    private List<JsonNode> searched(World world, Facet facet, String value, StatementOrder order) throws IOException {
        List<JsonNode> hits = new ArrayList<>();
        long total;
        do {
            JsonNode page = tree(
                    search(world)
                            .queryParam(facet.parameter(), value)
                            .queryParam("order", order.parameter())
                            .queryParam("limit", PAGE)
                            .queryParam("offset", hits.size()),
                    "/api/v1/search");
            total = page.path("total").asLong();
            page.path("hits").forEach(hits::add);
        } while (hits.size() < total);
        return hits;
    }

    private List<UUID> streamed(World world, Facet facet, String value) throws SQLException {
        return streamed(world, Map.of(facet.parameter(), List.of(value)));
    }

    private List<UUID> streamed(World world, Map<String, List<String>> parameters) throws SQLException {
        StreamFilter filter = StreamFilter.parse(parameters);
        return changes.after(0, 10 * (SAMPLES.said().size() + MUCH_CITED.said().size())).stream()
                .filter(change -> change.statement() != null && world.cited().equals(change.cited()))
                .filter(filter::matches)
                .map(org.citestream.query.change.Change::statement)
                .toList();
    }

    private JsonNode tree(RequestSpecification asked, String address) throws IOException {
        return json.readTree(asked.get(address).then().statusCode(200).extract().asByteArray());
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("statement").path("id").asText());
    }

    /** In their order, empty for those that are not known. */
    private static List<String> dates(List<JsonNode> rows) {
        return rows.stream()
                .map(row -> row.path("citing").path("published").asText())
                .toList();
    }
}
