package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;
import org.citestream.query.vocabulary.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report computed the plain way from what was put in equals the one served, whatever is asked. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ReportSumsTest {

    private static final int QUESTIONS = 40;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReportReader reports;

    @Inject
    ReportSettings settings;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldAgreeWithAPlainCountForEveryQuery(long seed) throws SQLException {
        // Given
        String cited = "doi:10.5555/sums.cited" + seed;
        RandomView view = filled(seed, cited);
        Random random = new Random(seed);
        // When, Then
        for (int i = 0; i < QUESTIONS; i++) {
            Map<String, List<String>> parameters = question(random, view);
            ReportQuery query = ReportQuery.parse(parameters, settings);

            Report report = reports.read(cited, query).orElseThrow();

            assertThat(report.matching())
                    .as("matching of %s", parameters)
                    .isEqualTo(matching(view, query, null).size());
            for (Facet facet : Facet.OF_REPORTS) {
                assertThat(counts(report, facet))
                        .as("%s of %s", facet, parameters)
                        .containsExactlyInAnyOrderEntriesOf(plainCounts(view, query, facet));
                if (!facet.multiValued()) {
                    long sum = counts(report, facet).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    assertThat(sum)
                            .as("sum of %s of %s", facet, parameters)
                            .isEqualTo(matching(view, query, facet).size());
                }
            }
            assertThat(report.tally().total()).isEqualTo(base(view, query).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "journal"})
    void shouldListTheMostFrequentTheSelectedAndTheMissingOfAnOpenFacet(String facet) throws SQLException {
        // Given
        String cited = "doi:10.5555/sums.open." + facet;
        List<SampleWork> citing = IntStream.range(0, 14)
                .mapToObj(i -> SampleWork.of("doi:10.5555/sums.open." + facet + i, "Citing", "2020")
                        .by("Author " + i)
                        .in("Journal " + i, null))
                .toList();
        SampleWork bare = SampleWork.of("doi:10.5555/sums.open.bare." + facet, "Citing", "2020");
        new FilledView(dataSource)
                .works(List.of(SampleWork.of(cited, "Cited", "2001"), bare))
                .works(citing)
                .said(Stream.concat(citing.stream(), Stream.of(bare))
                        .map(work -> SampleStatement.of(work.id(), cited, "We say."))
                        .toList())
                .said(citing.subList(0, 13).stream()
                        .map(work -> SampleStatement.of(work.id(), cited, "We say again.")
                                .nth(1))
                        .toList());
        String rare = facet.equals("author") ? "Author 13" : "Journal 13";

        // When
        List<FacetCount> plain = listed(cited, facet, Map.of());
        List<FacetCount> chosen = listed(cited, facet, Map.of(facet, List.of(rare)));

        // Then
        assertThat(plain).hasSize(settings.topValues() + 1).contains(new FacetCount(missing(facet), 1));
        assertThat(plain).extracting(FacetCount::value).doesNotContain(rare);
        assertThat(chosen).contains(new FacetCount(rare, 1), new FacetCount(missing(facet), 1));
    }

    private List<FacetCount> listed(String cited, String facet, Map<String, List<String>> parameters) {
        return reports.read(cited, ReportQuery.parse(parameters, settings))
                .orElseThrow()
                .facets()
                .get(facet);
    }

    private static String missing(String facet) {
        return facet.equals("author") ? Facet.NONE : Facet.UNKNOWN;
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "oldest", "confidence"})
    void shouldGiveEverythingWhenPagesAreJoined(String order) throws SQLException {
        // Given
        String cited = "doi:10.5555/sums.paged." + order;
        RandomView view = filled(order.hashCode(), cited);
        Map<String, List<String>> parameters = new HashMap<>(Map.of("order", List.of(order), "limit", List.of("3")));
        List<String> citing = new ArrayList<>();
        Set<UUID> statements = new HashSet<>();
        Optional<String> next = Optional.of("");
        // When
        while (next.isPresent()) {
            Report page =
                    reports.read(cited, ReportQuery.parse(parameters, settings)).orElseThrow();
            for (StatementGroup group : page.groups()) {
                citing.add(group.citing().id());
                statements.addAll(expanded(cited, parameters, group));
            }
            next = Optional.ofNullable(page.next());
            next.ifPresent(cursor -> parameters.put("cursor", List.of(cursor)));
        }
        // Then
        assertThat(citing).doesNotHaveDuplicates();
        assertThat(statements)
                .containsExactlyInAnyOrderElementsOf(
                        view.statements().stream().map(SampleStatement::id).toList());
        Report whole = reports.read(
                        cited, ReportQuery.parse(Map.of("order", List.of(order), "limit", List.of("200")), settings))
                .orElseThrow();
        assertThat(citing)
                .containsExactlyElementsOf(whole.groups().stream()
                        .map(group -> group.citing().id())
                        .toList());
    }

    @Test
    void shouldNeitherMissNorRepeatWhenStatementsArriveBetweenPages() throws SQLException {
        // Given
        String cited = "doi:10.5555/sums.growing";
        RandomView view = filled(77, cited);
        Map<String, List<String>> parameters = new HashMap<>(Map.of("limit", List.of("4")));
        Report first =
                reports.read(cited, ReportQuery.parse(parameters, settings)).orElseThrow();
        Set<String> citing =
                first.groups().stream().map(group -> group.citing().id()).collect(Collectors.toSet());

        // Every citing work says something that ranks before all else.
        new FilledView(dataSource)
                .said(view.works().keySet().stream()
                        .filter(id -> !id.equals(cited))
                        .map(id -> SampleStatement.of(id, cited, "News.")
                                .as("contrasting", 1.0)
                                .in("results")
                                .nth(99))
                        .toList());
        // When
        Optional<String> next = Optional.ofNullable(first.next());
        // Then
        while (next.isPresent()) {
            parameters.put("cursor", List.of(next.get()));
            Report page =
                    reports.read(cited, ReportQuery.parse(parameters, settings)).orElseThrow();
            for (StatementGroup group : page.groups()) {
                assertThat(citing.add(group.citing().id()))
                        .as(group.citing().id())
                        .isTrue();
            }
            next = Optional.ofNullable(page.next());
        }

        assertThat(citing).hasSize(view.works().size() - 1);
    }

    private RandomView filled(long seed, String cited) throws SQLException {
        RandomView view = RandomView.of(seed, cited + ".citing", cited);
        new FilledView(dataSource).works(List.copyOf(view.works().values())).said(view.statements());
        return view;
    }

    private List<UUID> expanded(String cited, Map<String, List<String>> parameters, StatementGroup group) {
        Map<String, List<String>> one = new HashMap<>(parameters);
        one.remove("cursor");
        one.put("citing", List.of(group.citing().id()));
        Report expanded = reports.read(cited, ReportQuery.parse(one, settings)).orElseThrow();
        List<UUID> all = expanded.groups().get(0).statements().stream()
                .map(ShownStatement::id)
                .toList();
        assertThat(all).hasSize((int) (group.statements().size() + group.more()));
        assertThat(all.subList(0, group.statements().size()))
                .isEqualTo(group.statements().stream().map(ShownStatement::id).toList());
        return all;
    }

    private static Map<String, List<String>> question(Random random, RandomView view) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Facet facet : Facet.OF_REPORTS) {
            while (random.nextInt(5) == 0) {
                SampleStatement said = RandomView.pick(random, view.statements());
                String value = RandomView.pick(random, view.values(facet, said, false));
                parameters
                        .computeIfAbsent(facet.parameter(), name -> new ArrayList<>())
                        .add(value);
            }
        }
        if (random.nextInt(4) == 0) {
            parameters.put("q", List.of(random.nextBoolean() ? "ALPHA" : "beta gam"));
        }
        if (random.nextInt(4) == 0) {
            parameters.put(
                    "asOf", List.of(RandomView.pick(random, List.of("2019", "2020-02-28", "2020-02-29", "2021-06"))));
        }
        if (random.nextInt(4) == 0) {
            parameters.put("exclude", List.of("self"));
        }
        if (random.nextInt(4) == 0) {
            parameters.put("labels", List.of("machine"));
        }
        if (random.nextInt(4) == 0) {
            parameters.put(
                    "citing", List.of(RandomView.pick(random, view.statements()).citing()));
        }
        return parameters;
    }

    private static Map<String, Long> counts(Report report, Facet facet) {
        return report.facets().get(facet.parameter()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    private static Map<String, Long> plainCounts(RandomView view, ReportQuery query, Facet facet) {
        Map<String, Long> counts = new HashMap<>();
        for (SampleStatement said : matching(view, query, facet)) {
            view.values(facet, said, query.machineLabels()).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        return counts;
    }

    /** Statements under all filters but those of {@code butFor}. */
    private static List<SampleStatement> matching(RandomView view, ReportQuery query, Facet butFor) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.OF_REPORTS) {
            if (query.filters().has(facet) && facet != butFor) {
                chosen.put(facet, query.filters().of(facet));
            }
        }
        return base(view, query).stream()
                .filter(said -> query.citing().map(said.citing()::equals).orElse(true))
                .filter(said -> query.words().terms().stream().allMatch(said.text()::contains))
                .filter(said -> chosen.entrySet().stream()
                        .allMatch(entry -> view.values(entry.getKey(), said, query.machineLabels()).stream()
                                .anyMatch(entry.getValue()::contains)))
                .toList();
    }

    /** Statements that the report is about, without any filter. */
    private static List<SampleStatement> base(RandomView view, ReportQuery query) {
        return view.statements().stream()
                .filter(said -> !query.excludeSelf() || !said.relationship().equals("self"))
                .filter(said -> query.asOf().isEmpty()
                        || Optional.ofNullable(view.works().get(said.citing()).published())
                                .map(date -> !PartialDate.lastDay(date)
                                        .isAfter(query.asOf().get()))
                                .orElse(false))
                .toList();
    }
}
