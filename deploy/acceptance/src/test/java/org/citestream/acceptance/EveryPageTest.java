package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on every page: usable by everybody, light, self-contained, and as wide as the screen. */
@WithLine
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final String HERO = "/reports/10.5555/cs.hallam2016";
    private static final long MOST_BYTES = 150_000;

    private final Line line;
    private final Chromium browser;

    EveryPageTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @BeforeAll
    void feedAllSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, "doi:10.5555/cs.hallam2016", new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
    }

    @ParameterizedTest
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
        String path = written.replace("STATEMENT", aStatement());
        // When
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open(path);
            // Then
            assertThat(visit.transferred()).as("bytes of " + path).isPositive().isLessThan(MOST_BYTES);

            assertThat(grave(axe(page))).as("axe in light mode on " + path).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(Scheme.DARK.colours()));
            // Of what axe looks at only colours differ in the dark.
            assertThat(grave(axe(page).withRules(List.of("color-contrast"))))
                    .as("axe in dark mode on " + path)
                    .isEmpty();

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

    /** In the page itself: nothing here has frames, for whose sake axe would open a page of its own each time. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    /** What axe finds serious or critical, one line each. */
    private static List<String> grave(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(EveryPageTest::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
