package org.citestream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What readers see of labels, from article file to page: table cells, orders, reasons, intent, the model's own figures. */
@WithLine
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelsTest {

    private static final String HERO = "10.5555/labels.hallam2016";

    /** One cell has words, one has numbers alone. */
    private static final String TABLE = "<table-wrap id=\"T1\"><label>Table 1</label><table><tbody>"
            + "<tr><td>12.5</td><td>3.1</td><td>[<xref ref-type=\"bibr\" rid=\"B2\">2</xref>]</td></tr>"
            + "</tbody></table></table-wrap>";

    private static final String RESULTS = "Running speed did not differ between the groups.</p>";

    private final Line line;
    private final Chromium browser;

    LabelsTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @BeforeAll
    void feed() {
        List<Sample> samples = new ArrayList<>(Samples.world("labels").all());
        samples.replaceAll(sample -> sample.name().equals("abara-2017")
                ? new Sample(sample.name(), sample.xml().replace(RESULTS, RESULTS + TABLE), sample.expected())
                : sample);
        Feed.whole(line, samples);
        Served.awaitIndexed(line);
    }

    @Test
    void shouldShowATableCellAsNotASentenceFromTheEventToThePage() {
        // Given
        String cited = "doi:10.5555/labels.arslan2009";
        // When
        FoldedLog.Tally tally = Served.tally(line, cited);
        // Then
        assertThat(tally).isEqualTo(FoldedLog.of(line.log()).tallies().get(cited));
        assertThat(tally.notASentence()).isEqualTo(1);
        JsonNode report = Served.report(line, cited);
        assertThat(report.at("/tally/total").asInt()).isEqualTo(tally.total());
        int sum = 0;
        for (JsonNode value : report.at("/facets/type")) {
            sum += value.path("count").asInt();
        }
        assertThat(sum).isEqualTo(tally.total());
        JsonNode wire = line.query().get("/tallies/10.5555/labels.arslan2009").ok();
        assertThat(wire.path("unclassified").asInt()).isEqualTo(tally.unclassified() + 1);
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open("/reports/10.5555/labels.arslan2009");
            assertThat(page.locator("#tally .not-a-sentence b")).hasText("1");
            assertThat(page.locator("#tally .legend")).containsText("no words to judge");
            page.locator("#tally a.not-a-sentence").click();
            assertThat(page.locator("#results [role=status]")).containsText("1 of ");
            page.locator(".why summary").first().click();
            assertThat(page.locator(".reasons").first()).containsText("There are no words to judge");
            visit.assertClean(200);
        }
    }

    @Test
    void shouldOrderWorksByWhatSupportsAndContrastsThem() {
        // Given
        JsonNode supported = line.query()
                .get("/api/v1/search?in=publications&order=supported&limit=10")
                .ok()
                .path("hits");
        List<Integer> counts = new ArrayList<>();
        // When
        supported.forEach(hit -> counts.add(hit.at("/tally/supporting").asInt()));
        // Then
        assertThat(counts).isSortedAccordingTo((one, other) -> other - one);
        assertThat(counts.get(0)).isPositive();
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open("/");
            page.locator("nav[aria-label=Most]")
                    .getByText("Supported", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*\\?reports=supported#reports$"));
            page.getByText("Show all by statements", exactly()).click();
            assertThat(page.locator("#order")).hasValue("supported");
            assertThat(page.locator("#results .works li").first()).containsText(title(supported.get(0)));
            page.locator("#order").selectOption("contrasted");
            assertThat(page).hasURL(Pattern.compile(".*order=contrasted.*"));
            visit.assertClean(200);
        }
    }

    @Test
    void shouldSayWhyInWords() {
        try (Visit visit = Visit.of(browser, line, Device.PHONE, Scheme.DARK)) {
            Page page = visit.open("/reports/" + HERO + "?type=supporting");
            page.locator(".why summary").first().click();
            Locator reasons = page.locator(".reasons").first();
            assertThat(reasons.locator("p").first()).containsText("It says");
            assertThat(reasons.locator("q").first()).isVisible();
            assertThat(reasons.locator(".raw ul")).not().isVisible();
            assertThat(page.locator(".card .intent").first()).containsText("Intent:");
            visit.assertClean(200);
        }
    }

    @Test
    void shouldFindWhatTheCitationIsFor() {
        // When
        JsonNode found = line.query()
                .get("/api/v1/search?q=intent:method%20OR%20intent:result%20OR%20intent:background")
                .ok();
        // Then
        assertThat(found.path("total").asInt()).isPositive();
    }

    @Test
    void shouldLeadTheModelPageWithTheFiguresThatShipWithTheModel() {
        // Given
        JsonNode card = line.classify().get("/model").ok();
        JsonNode decides = card.at("/encoder/state").asText().equals("on") ? card.path("encoder") : card;
        double abstained = decides.at("/stance/traffic/abstained").asDouble();
        // When
        String page = line.query().page("/about/model").body();
        // Then
        assertThat(page)
                .contains("%.1f %% of statements get a type".formatted(100 * (1 - abstained)))
                .containsSubsequence("On typical traffic", "Calibration", "On labelled sets", "What runs here");
    }

    private static String title(JsonNode hit) {
        return hit.at("/publication/title").asText();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
