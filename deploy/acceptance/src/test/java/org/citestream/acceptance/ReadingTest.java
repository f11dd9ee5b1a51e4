package org.citestream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People read, filter and cite in a browser. */
@WithLine
@WithBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {

    private static final String HERO = "/reports/10.5555/cs.hallam2016";

    private final Line line;
    private final Chromium browser;

    ReadingTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @BeforeAll
    void feedAllSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, "doi:10.5555/cs.hallam2016", new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
    }

    @Test
    void shouldLeadFromSearchToAFilteredReportItsReasonsAndItsCitation() {
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            // Search, helped by suggestions, with the keyboard alone.
            Page page = visit.open("/");
            page.locator("#q").pressSequentially("midbrain popul");
            assertThat(page.locator("[role=option]").first()).containsText("A midbrain population gates");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**" + HERO);
            assertThat(page.locator("#tally .supporting b")).hasText("2");

            // Filter: counts change in place, the address follows, focus stays.
            Locator supporting = page.locator("#filters input[name=type][value=supporting]");
            supporting.focus();
            page.keyboard().press("Space");
            assertThat(page.locator("#results [role=status]")).hasText("2 of 21 statements");
            assertThat(page).hasURL(Pattern.compile(".*\\?type=supporting$"));
            assertThat(page.locator("#filters input[name=type][value=supporting]"))
                    .isFocused();
            page.locator("#q").fill("silencing");
            assertThat(page.locator("#results [role=status]")).hasText("1 of 21 statements");
            assertThat(page.locator("mark.hit").first())
                    .hasText(Pattern.compile("silencing", Pattern.CASE_INSENSITIVE));

            // Back and forth: the address is the state.
            page.goBack();
            assertThat(page.locator("#results [role=status]")).hasText("2 of 21 statements");
            page.goBack();
            assertThat(page.locator("#results [role=status]")).hasText("21 statements");

            // Expand, why, cite.
            page.locator("a.more").first().click();
            assertThat(page.locator(".group").nth(1).locator(".card")).hasCount(2);
            page.locator(".why summary").first().click();
            assertThat(page.locator(".reasons").first()).containsText("Left unclassified below");
            assertThat(page.locator(".reasons .scores dt")
                            .filter(new Locator.FilterOptions().setHasText("Contrasting"))
                            .first())
                    .isVisible();
            page.locator("[popovertarget=cite]").first().click();
            assertThat(page.locator("#cite")).isVisible();
            assertThat(page.locator("#cite")).containsText("Hallam");
            page.keyboard().press("Escape");

            // Take what the filters show away.
            page.locator("#filters input[name=type][value=supporting]").check();
            assertThat(page.locator("#results [role=status]")).hasText("2 of 21 statements");
            page.locator("[popovertarget=export]").first().click();
            assertThat(page.locator("#export")).containsText("Export 2 citation statements");
            String csv = downloaded(page.waitForDownload(
                    () -> page.locator("#export").getByText("CSV", exactly()).click()));
            assertThat(csv.lines().skip(1)).hasSize(2).allMatch(row -> row.contains("supporting"));
            visit.assertClean(200);
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static String downloaded(Download file) {
        try (InputStream in = file.createReadStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldKeepAChosenSuggestionWhenAnAnswerComesLate() {
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open("/");
            page.locator("#q").pressSequentially("midbrain");
            Locator first = page.locator("[role=option]").first();
            assertThat(first).containsText("A midbrain population gates");

            List<Route> held = new ArrayList<>();
            page.route("**/suggest*", held::add);
            page.waitForRequest(request -> request.url().endsWith("midbrain%20p"), () -> page.locator("#q")
                    .pressSequentially(" p"));
            page.keyboard().press("ArrowDown");
            assertThat(first).hasAttribute("aria-selected", "true");
            page.waitForResponse(answer -> answer.url().endsWith("midbrain%20p"), () -> held.forEach(Route::resume));

            assertThat(first).hasAttribute("aria-selected", "true");
            page.keyboard().press("Enter");
            page.waitForURL("**" + HERO);
        }
    }

    @Test
    void shouldHideWhatTellsTypesWhenTheReaderTurnsBlind() {
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open(HERO);
            assertThat(page.locator("[popovertarget=badge]").first()).isVisible();

            page.locator("#filters input[name=blind]").check();

            assertThat(page.locator("#tally .supporting")).hasCount(0);
            assertThat(page.locator("[popovertarget=badge]")).hasCount(0);
            assertThat(page.locator("[popovertarget=cite]").first()).isVisible();
            visit.assertClean(200);
        }
    }

    @Test
    void shouldStandStillWhileAFilterChangesIt() {
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open(HERO);
            Locator box = page.locator("#filters input[name=relationship][value=independent]");
            box.scrollIntoViewIfNeeded();
            double before = ((Number) page.evaluate("window.scrollY")).doubleValue();

            box.check();
            assertThat(page.locator("#results [role=status]")).containsText("of 21 statements");

            double after = ((Number) page.evaluate("window.scrollY")).doubleValue();
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void shouldNarrowTheYearsByTheSlider() {
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open(HERO);
            page.locator("#slideFrom").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page)
                    .hasURL(Pattern.compile(".*year=2018\\.\\.$|.*year=2018\\.\\.9999$|.*year=2018\\.\\.\\d{4}$"));
            assertThat(page.locator("#results [role=status]")).hasText("18 of 21 statements");
        }
    }

    @Test
    void shouldBeWholeWithoutScripts() {
        try (Visit visit = Visit.withoutScripts(browser, line)) {
            Page page = visit.open(HERO);
            assertThat(page.locator("#tally .mentioning b")).hasText("19");
            assertThat(page.locator("#charts figure")).hasCount(2);
            assertThat(page.locator(".group")).hasCount(10);

            page.locator("#filters input[name=type][value=supporting]").check();
            page.locator(".apply button").click();
            assertThat(page.locator("#results [role=status]")).hasText("2 of 21 statements");

            page = visit.open(HERO);
            page.locator("a.more").first().click();
            assertThat(page.locator(".group .card")).hasCount(2);
        }
    }

    @Test
    void shouldSetFiltersAsideOnAPhone() {
        try (Visit visit = Visit.of(browser, line, Device.PHONE, Scheme.DARK)) {
            Page page = visit.open(HERO);
            assertThat(page.locator("#filters")).isHidden();
            page.locator(".tools [popovertarget=filters]").click();
            page.locator("#filters input[name=type][value=supporting]").check();
            page.locator("#filters .sticky button").click();
            assertThat(page.locator("#filters")).isHidden();
            assertThat(page.locator("#results [role=status]")).hasText("2 of 21 statements");
            visit.assertClean(200);
        }
    }
}
