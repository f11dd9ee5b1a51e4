package org.citestream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard as an operator uses it. */
@WithLine
@WithBrowser
@DisturbsLine
class OpsPagesTest {

    private static final double LONG = 60_000;

    private final Line line;
    private final Chromium browser;
    private Visit visit;
    private Page page;

    OpsPagesTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @BeforeEach
    void come() {
        visit = Visit.of(browser, line, Device.DESKTOP, Scheme.LIGHT);
        page = visit.open("/ops");
        page.setDefaultTimeout(LONG);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void shouldRefreshWhatIsLiveWithoutReloading() {
        // Given
        eventually(page.locator(".flow"), "statements");
        page.evaluate("window.stayed = true");
        String before = page.locator(".looked").innerText();
        // When
        page.waitForFunction("before => document.querySelector('.looked').innerText !== before", before);
        // Then
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        eventually(page.locator("#live"), "citations.classified.v1");
        eventually(page.locator("#live"), "citestream.projection");
        visit.assertClean(200);
    }

    @Test
    void shouldBrowseSearchAndFollowMessages() {
        // Given
        String citing = ingest("browsed");
        // When a topic is browsed and a message opened
        visit.open("/ops/messages?topic=" + TopicLog.CLASSIFIED);
        eventually(page.locator(".messages"), "StatementClassified");
        page.locator(".message", new Page.LocatorOptions().setHasText("StatementClassified"))
                .first()
                .locator(".where a")
                .first()
                .click();
        // Then
        eventually(page.locator("main"), "Headers");
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("schema").setExact(true)))
                .hasAttribute("href", "/api/v1/ops/schemas/StatementClassified");
        // When it is searched
        visit.open("/ops/messages?topic=" + TopicLog.CLASSIFIED);
        page.getByLabel("JSON path").fill("$.citing");
        page.getByLabel("equals").fill(citing);
        button("Search").click();
        // Then
        eventually(page.locator("#progress"), "Search complete");
        assertThat(page.locator("#hits .message").count()).isPositive();
        // When it is followed
        visit.open("/ops/messages?mode=tail&topic=" + TopicLog.CLASSIFIED);
        eventually(page.locator("#progress"), "Following");
        ingest("followed");
        // Then
        eventually(page.locator("#hits"), "10.5555/followed");
        button("Stop").click();
        eventually(page.locator("#progress"), "Stopped.");
        visit.assertClean(200);
    }

    @Test
    void shouldAskBeforeItRedrivesAndDiscardWithAReason() {
        // Given
        String citing = ingest("letters");
        ConsumerRecord<String, String> victim = line.log().read(TopicLog.CLASSIFIED).stream()
                .filter(record -> TopicLog.header(record, "article").equals(citing))
                .findFirst()
                .orElseThrow();
        line.log().append(victim, "{broken <b>");
        visit.open("/ops/dead-letters");
        eventually(page.locator("#live"), "no JSON");
        page.reload();
        // When a letter is looked at
        Locator row =
                page.locator("tr", new Page.LocatorOptions().setHasText(citing)).first();
        row.locator("th a").click();
        // Then
        eventually(page.locator("pre.value"), "{broken <b>");
        // When it is chosen
        visit.open("/ops/dead-letters");
        row.locator("input[name=letter]").check();
        button("Redrive selected …").click();
        // Then it is told what would be done
        eventually(page.locator(".plan"), "redrive.citestream.projection");
        button("Redrive").click();
        eventually(page.locator(".notice").first(), "1 redriven");
        // When it comes back, for nothing was mended
        page.waitForCondition(() -> {
            visit.open("/ops/dead-letters");
            return row.count() > 0;
        });
        eventually(row, "2 times");
        row.locator("input[name=letter]").check();
        page.locator("#why-chosen").fill("not worth it");
        button("Discard selected").click();
        // Then
        eventually(page.locator(".notice").first(), "1 discarded");
        visit.open("/ops/audit");
        eventually(page.locator("main"), "not worth it");
        visit.assertClean(200);
    }

    @Test
    void shouldPauseResumeAndRebuild() {
        // Given
        visit.open("/ops/actions");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("citestream.inbox"))
                .first();
        // When, Then
        row.locator("input[name=why]").fill("a look");
        row.getByRole(AriaRole.BUTTON).click();
        eventually(page.locator(".notice").first(), "citestream.inbox paused");
        eventually(row, "a look");
        row.getByRole(AriaRole.BUTTON).click();
        eventually(page.locator(".notice").first(), "resumed");

        button("Rebuild view").click();
        eventually(page.locator("#rebuild-state"), "0 changes published");

        button("Compare with tables").click();
        eventually(page.locator(".notice").first(), "ndex");
        visit.assertClean(200);
    }

    private String ingest(String world) {
        JsonNode answer = line.ingest()
                .post("/articles", Samples.world(world).get("bielski-2018").xml())
                .ok();
        Visible.await(line, answer);
        return answer.path("publication").asText();
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static void eventually(Locator locator, String text) {
        assertThat(locator).containsText(text, new ContainsTextOptions().setTimeout(LONG));
    }
}
