package org.citestream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.Test;

/** New statements reach people who watch. */
@WithLine
@WithBrowser
class LivePageTest {

    /** The promise is 2 s; this is how long a loaded machine may take before the test gives up. */
    private static final double PATIENCE = 20_000;

    private final Line line;
    private final Chromium browser;

    LivePageTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @Test
    void shouldShowAStatementSoonAfterItsUploadAndHoldWhenPaused() {
        // Given
        Samples world = Samples.world("live");
        // When, Then
        try (Visit visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT)) {
            Page page = visit.open("/live");
            assertThat(page.locator("#live-status")).containsText("Listening");

            long sent = System.nanoTime();
            Feed.whole(line, List.of(world.get("abara-2017")));
            assertThat(page.locator("#live li.fresh a[href='/reports/10.5555/live.abara2017']")
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
            System.out.printf(
                    "live: on the page %d ms after its upload began%n", (System.nanoTime() - sent) / 1_000_000);

            page.locator("#live-pause").click();
            Feed.whole(line, List.of(world.get("bielski-2018")));
            assertThat(page.locator("#live-status"))
                    .containsText("new", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#live a[href='/reports/10.5555/live.bielski2018']"))
                    .hasCount(0);

            page.locator("#live-pause").click();
            assertThat(page.locator("#live a[href='/reports/10.5555/live.bielski2018']")
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
            visit.assertClean(200);
        }
    }
}
