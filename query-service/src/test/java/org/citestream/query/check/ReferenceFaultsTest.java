package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.PlatformResource;
import org.citestream.query.check.SeededFaults.Fault;
import org.citestream.query.check.SeededFaults.Seeded;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.view.FilledView;
import org.junit.jupiter.api.Test;

/**
 * Faults put into real lists are found, and nothing else is. The index has every work as one list describes it. Of
 * the samples always; of other articles with {@code -Dcitestream.corpus=FOLDER}, which prints the figures.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ReferenceFaultsTest {

    private static final Path SAMPLES = Path.of("..", "deploy", "samples", "articles");
    private static final int MOST_WORKS = 300;
    private static final double LEAST = 0.95;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReferenceLists lists;

    @Inject
    ReferenceChecker checker;

    /** How often a fault was there, was found, and was said to be there. */
    private static final class Score {

        private int seeded;
        private int found;
        private int said;

        double recall() {
            return seeded == 0 ? 1 : (double) found / seeded;
        }

        double precision() {
            return said == 0 ? 1 : (double) found / said;
        }
    }

    @Test
    void shouldFindTheFaultsInTheSamples() throws Exception {
        // Given
        List<GivenReference> real = sample(described(references(SAMPLES, "faults.", true)));
        Set<String> retracted = held(real);
        List<Seeded> seeded = new ArrayList<>(new SeededFaults(real, retracted, 27).all());
        seeded.addAll(new SeededFaults(real, retracted, 28).all());
        // When
        Map<Fault, Score> structured = scores(seeded, false);
        Map<Fault, Score> printed = scores(seeded, true);
        // Then
        assertThat(seeded.stream().filter(one -> one.fault() != null).count()).isGreaterThanOrEqualTo(300);
        assertThat(structured.values()).allSatisfy(ReferenceFaultsTest::isGoodEnough);
        assertThat(printed.values()).allSatisfy(ReferenceFaultsTest::isGoodEnough);
    }

    @Test
    void shouldFindTheFaultsInOtherArticles() throws Exception {
        // Given
        String corpus = System.getProperty("citestream.corpus");
        assumeTrue(corpus != null, "no -Dcitestream.corpus=FOLDER: only the samples were checked");
        List<GivenReference> all = references(Path.of(corpus), "", false);
        List<GivenReference> works = described(all);
        Set<String> retracted = held(works);
        List<GivenReference> real = sample(works);
        List<Seeded> seeded = new SeededFaults(real, retracted, 27).all();
        // When
        Map<Fault, Score> structured = scores(seeded, false);
        Map<Fault, Score> printed = scores(seeded, true);
        // Then
        System.out.printf(
                "%d references, %d works in the index, faults in %d%n", all.size(), works.size(), real.size());
        table("with fields", structured);
        table("printed", printed);
        speed("with fields", real);
        speed("printed", real.stream().map(SeededFaults::printed).toList());
        List<GivenReference> withoutIds =
                real.stream().map(SeededFaults::withoutIds).toList();
        speed("with fields, without ids", withoutIds);
        speed(
                "printed, without ids",
                withoutIds.stream().map(SeededFaults::printed).toList());
        otherLists(all, real);
        assertThat(structured.values()).allSatisfy(ReferenceFaultsTest::isGoodEnough);
        assertThat(printed.values()).allSatisfy(ReferenceFaultsTest::isGoodEnough);
    }

    private static void isGoodEnough(Score score) {
        assertThat(score.recall()).isGreaterThanOrEqualTo(LEAST);
        assertThat(score.precision()).isGreaterThanOrEqualTo(LEAST);
    }

    private Map<Fault, Score> scores(List<Seeded> seeded, boolean printed) {
        List<CheckedReference> checked = check(seeded.stream()
                .map(one -> printed ? SeededFaults.printed(one.reference()) : one.reference())
                .toList());
        Map<Fault, Score> scores = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            Score score = scores.computeIfAbsent(fault, none -> new Score());
            for (int i = 0; i < checked.size(); i++) {
                boolean there =
                        seeded.get(i).fault() == fault || (fault == Fault.RETRACTED_WORK && isRetractedToo(seeded, i));
                boolean said = says(checked.get(i), fault);
                score.seeded += there ? 1 : 0;
                score.said += said ? 1 : 0;
                score.found += there && said ? 1 : 0;
                if (there != said && Boolean.getBoolean("citestream.corpus.misses")) {
                    System.out.println(fault + (there ? " missed: " : " said without: ")
                            + checked.get(i).given() + " -> "
                            + checked.get(i).findings() + " " + checked.get(i).differences() + " was "
                            + seeded.get(i).original().title());
                }
            }
        }
        return scores;
    }

    /** A retracted work stays retracted whatever else is wrong with the reference, unless that makes it another one. */
    private static boolean isRetractedToo(List<Seeded> seeded, int i) {
        Seeded one = seeded.get(i);
        int first = i - i % Fault.values().length;
        return seeded.get(first).fault() == Fault.RETRACTED_WORK
                && one.fault() != Fault.SWAPPED_DOI
                && one.fault() != Fault.INVENTED_WORK;
    }

    private static boolean says(CheckedReference checked, Fault fault) {
        return switch (fault) {
            case WRONG_YEAR -> differs(checked, "year");
            case TITLE_TYPO -> differs(checked, "title");
            case MISSING_AUTHOR ->
                checked.differences().stream().anyMatch(one -> one.field().equals("authors") && one.missing() != null);
            case SWAPPED_DOI -> checked.findings().contains(FindingKind.OTHER_WORK);
            case INVENTED_WORK -> checked.findings().contains(FindingKind.NOT_FOUND);
            case RETRACTED_WORK -> checked.findings().contains(FindingKind.RETRACTED);
        };
    }

    private static boolean differs(CheckedReference checked, String field) {
        return checked.differences().stream().anyMatch(one -> one.field().equals(field));
    }

    private List<CheckedReference> check(List<GivenReference> references) {
        return checker.check(new ReferenceList(ListFormat.TEXT, references, List.of()))
                .checked();
    }

    /** The references of all articles of a folder; with words written backwards they are of no other test's works. */
    private List<GivenReference> references(Path folder, String prefix, boolean backwards) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        List<GivenReference> references = new ArrayList<>();
        for (Path file : files) {
            try {
                lists.read(bytes(file), Optional.of(ListFormat.JATS)).references().stream()
                        .filter(one -> one.doi() != null && one.title() != null && one.year() != null)
                        .map(one -> ours(one, prefix, backwards))
                        .forEach(references::add);
            } catch (ProblemException noList) {
                // An article without a list, or one that is not well-formed.
            }
        }
        return references;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GivenReference ours(GivenReference one, String prefix, boolean backwards) {
        String title = !backwards
                ? one.title()
                : Arrays.stream(one.title().split(" ", -1))
                        .map(word -> new StringBuilder(word).reverse().toString())
                        .collect(Collectors.joining(" "));
        return new GivenReference(
                one.label(),
                null,
                List.of(one.ids().get(0).replace("doi:10.5555/", "doi:10.5555/" + prefix)),
                title,
                one.authors(),
                one.othersOmitted(),
                one.year(),
                one.volume(),
                one.firstPage(),
                one.lastPage(),
                one.cited());
    }

    /** The first description of each work that has all that faults are put into. */
    private static List<GivenReference> described(List<GivenReference> all) {
        Map<String, GivenReference> works = new LinkedHashMap<>();
        all.stream()
                .filter(one -> one.volume() != null
                        && one.firstPage() != null
                        && one.authors().size() > 1)
                .filter(one -> one.title().length() >= 10)
                .forEach(one -> works.putIfAbsent(one.ids().get(0), one));
        return List.copyOf(works.values());
    }

    /** Works of as many articles as there are, for an article's references are next to each other. */
    private static List<GivenReference> sample(List<GivenReference> works) {
        double every = Math.max(1, works.size() / (double) MOST_WORKS);
        return IntStream.range(0, Math.min(MOST_WORKS, works.size()))
                .mapToObj(i -> works.get((int) (i * every)))
                .toList();
    }

    /** Puts the works into the index, one in ten of them retracted; returns those. */
    private Set<String> held(List<GivenReference> works) throws SQLException {
        new FilledView(dataSource);
        Set<String> retracted = new HashSet<>();
        for (GivenReference work : works) {
            if (Math.floorMod(work.ids().get(0).hashCode(), 10) == 0) {
                retracted.add(work.ids().get(0));
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            Sql.of(
                            "INSERT INTO active.publication (id, root, source, doi, title, authors, authors_truncated, published,"
                                    + " year, volume, first_page, last_page) VALUES (:id, 0, 1, :doi, :title, :authors::jsonb,"
                                    + " :truncated, :published, :year, :volume, :first, :last) ON CONFLICT (id) DO NOTHING")
                    .updateAll(connection, works, ReferenceFaultsTest::columns);
            Sql.of("UPDATE active.publication SET root = key WHERE root = 0").update(connection);
            Sql.of("INSERT INTO active.notice (key, publication, kind, date, partition, log_offset)"
                            + " SELECT 'notice ' || id || ' retraction', key, 'retraction', '2022-05-02', 0, 0"
                            + " FROM active.publication WHERE id = :id ON CONFLICT DO NOTHING")
                    .updateAll(connection, retracted, id -> Map.of("id", id));
        }
        GivenReference last = works.get(works.size() - 1);
        // The index follows the tables a moment later.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(checker.matcher().candidates(last.title()))
                        .contains(last.ids().get(0)));
        return retracted;
    }

    private static Map<String, Object> columns(GivenReference one) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", one.ids().get(0));
        columns.put("doi", one.doi());
        columns.put("title", one.title());
        columns.put(
                "authors",
                JSON.valueToTree(one.authors().stream()
                                .map(family -> Map.of("family", family, "given", "A"))
                                .toList())
                        .toString());
        columns.put("truncated", one.othersOmitted());
        columns.put("published", one.year().toString());
        columns.put("year", one.year());
        columns.put("volume", one.volume());
        columns.put("first", one.firstPage());
        columns.put("last", one.lastPage());
        return columns;
    }

    /** What differs between two real lists that cite one work: nothing is seeded, so this says how lists are written. */
    private void otherLists(List<GivenReference> all, List<GivenReference> works) {
        Map<String, GivenReference> first =
                works.stream().collect(Collectors.toMap(one -> one.ids().get(0), one -> one));
        List<GivenReference> others = all.stream()
                .filter(one -> first.containsKey(one.ids().get(0)))
                .filter(one -> !first.get(one.ids().get(0)).equals(one))
                .toList();
        System.out.println("References of other lists to the same works:");
        List<CheckedReference> checked = check(others);
        Map<String, Long> differing = checked.stream()
                .flatMap(one -> Stream.concat(
                        one.findings().stream().map(FindingKind::wireName),
                        one.differences().stream().map(Difference::field)))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        System.out.println(differing);
        checked.stream()
                .filter(one -> !one.differences().isEmpty() || one.findings().contains(FindingKind.OTHER_WORK))
                .limit(60)
                .forEach(one -> System.out.println(
                        one.findings() + " " + one.given() + " | " + one.work().name() + " | " + one.differences()));
    }

    private void speed(String name, List<GivenReference> references) {
        check(references);
        long start = System.nanoTime();
        check(references);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f references/s%n",
                name,
                references.size() / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
    }

    private static void table(String name, Map<Fault, Score> scores) {
        System.out.println(name);
        scores.forEach((fault, score) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f |%n",
                fault,
                score.seeded,
                score.said,
                score.found,
                score.precision(),
                score.recall()));
    }
}
