package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on every page: usable by everybody, light, self-contained, and as wide as the screen. */
@WithLine
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = DisturbsLine.RESOURCE, mode = ResourceAccessMode.READ)
class EveryPageTest {

    private static final String HERO = "/reports/10.5555/cs.hallam2016";
    private static final long MOST_BYTES = 150_000;
    private static final List<String> WANTED = List.of("violations");
    private static final Map<String, ?> ALL_RULES = Map.of("resultTypes", WANTED);
    /** Of what axe looks at only colours differ in the dark. */
    private static final Map<String, ?> COLOURS = Map.of("resultTypes", WANTED, "runOnly", List.of("color-contrast"));

    private final Line line;
    private final Chromium browser;
    private String collection;

    EveryPageTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @BeforeAll
    void feedAllSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, "doi:10.5555/cs.hallam2016", new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
        collection = line.query()
                .postJson(
                        "/api/v1/collections?name=Every%20page&input=text",
                        "10.5555/cs.hallam2016\n10.5555/cs.tanaka2015")
                .ok()
                .at("/collection/id")
                .asText();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @CsvSource({
        "/, 200",
        HERO + ", 200",
        HERO + "?tab=references, 200",
        HERO + "?blind=true, 200",
        HERO + "?type=supporting&q=found, 200",
        HERO + "?q=xyzzyx, 200",
        "/reports/10.5555/cs.tanaka2015, 200",
        "/search?q=midbrain, 200",
        "/search?in=publications&q=midbrain, 200",
        "/search?q=(, 200",
        "/check, 200",
        "/collections, 200",
        "/collections/COLLECTION?column=journal&column=year, 200",
        "/collections/COLLECTION/map, 200",
        "/collections/COLLECTION/settings, 200",
        "/collections/COLLECTION/compare?with=COLLECTION, 200",
        "/collections/COLLECTION/works/10.5555/cs.hallam2016, 200",
        "/collections/add?author=Rosalind%20Hallam, 200",
        "/integrity, 200",
        "/live, 200",
        "/authors/Rosalind%20Hallam, 200",
        "/journals/Annals%20of%20Field%20Neuroscience, 200",
        "/facets/author/10.5555/cs.hallam2016, 200",
        "/maps/10.5555/cs.hallam2016, 200",
        "/links/10.5555/cs.hallam2016?to=10.5555/cs.tanaka2015, 200",
        "/authors/0009-9900-0000-0012, 200",
        "/affiliations/00f1e1d42, 200",
        "/funders/10.13039/501100099999, 200",
        "/authors, 200",
        "/journals?order=name, 200",
        "/affiliations?q=east, 200",
        "/funders, 200",
        "/years, 200",
        "/about/model, 200",
        "/about/api, 200",
        "/about/articles, 200",
        "/login, 200",
        "/ops, 200",
        "/ops/consumers, 200",
        "/ops/consumers/citestream.classify, 200",
        "/ops/topics/citations.classified.v1, 200",
        "/ops/brokers, 200",
        "/ops/brokers/1, 200",
        "/ops/messages?topic=citations.classified.v1, 200",
        "/ops/dead-letters, 200",
        "/ops/articles, 200",
        "/ops/actions, 200",
        "/ops/audit, 200",
        "/corrections, 200",
        "/statements/STATEMENT, 200",
        "/statements/STATEMENT/disagree, 200",
        "/nowhere, 404",
        "/reports/10.5555/nobody, 404"
    })
    void shouldServeEverybodyWhenAPageIsOpened(String written, int status) {
        // Given
        String path = written.replace("STATEMENT", aStatement()).replace("COLLECTION", collection);
        // When
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open(path);
            // Then
            assertThat(visit.transferred()).as("bytes of " + path).isPositive().isLessThan(MOST_BYTES);

            page.evaluate(AxeBuilder.getAxeScript());
            assertThat(grave(page, ALL_RULES))
                    .as("axe in light mode on " + path)
                    .isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(Scheme.DARK.colours()));
            assertThat(grave(page, COLOURS)).as("axe in dark mode on " + path).isEmpty();

            page.setViewportSize(Device.NARROW.width(), Device.NARROW.height());
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + path + " on a screen of 320 px")
                    .isEqualTo(Device.NARROW.width());
            visit.assertClean(status);
        }
    }

    private String aStatement() {
        return Served.report(line, "doi:10.5555/cs.hallam2016")
                .at("/groups/0/statements/0/id")
                .asText();
    }

    /** What axe finds serious or critical, one line each. It is called by hand, for its builder fetches far more than this. */
    private static List<?> grave(Page page, Map<String, ?> options) {
        return (List<?>) page.evaluate("""
                options => axe.run(document, options).then(found => found.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.slice(0, 3).map(node => node.html)}`))
                """, options);
    }
}
