package org.citestream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.citestream.browser.Chromium;
import org.junit.jupiter.api.Test;

/** From a pasted list to a mail about a new statement, without scripts. */
@WithLine
@WithBrowser
class CollectionTest {

    private static final String ADDRESS = "collector@example.org";

    private final Line line;
    private final Chromium browser;

    CollectionTest(Line line, Chromium browser) {
        this.line = line;
        this.browser = browser;
    }

    @Test
    void shouldMailANewStatementAboutAWorkOfAPastedList() {
        // Given
        Samples world = Samples.world("collection");
        try (Visit visit = Visit.withoutScripts(browser, line)) {
            Page page = visit.open("/collections");
            page.getByLabel("Name").fill("Gates of instinct");
            page.getByLabel("Paste works")
                    .fill("https://doi.org/10.5555/collection.hallam2016\n10.5555/collection.tanaka2015\n"
                            + "A title that nobody has ever given to anything");
            press(page, "Make collection");
            assertThat(page.locator("h1")).hasText("Gates of instinct");
            assertThat(page.getByText("Not found: 1 reference")).isVisible();
            assertThat(page.getByText("2 works are not in this index yet")).isVisible();
            page.getByRole(AriaRole.LINK, named("Alert me")).click();
            page.getByLabel("Type").selectOption("");
            page.getByLabel("How often").selectOption("at-once");
            page.getByLabel("Email address").fill(ADDRESS);
            press(page, "Alert me");
            assertThat(page.locator("h1")).hasText("Check your mailbox");
            visit.open(Mailbox.link(Mailbox.text(ADDRESS, 0), "/alerts/confirm?t="));
            press(page, "Confirm");
            assertThat(page.getByText("the collection “Gates of instinct”").first())
                    .isVisible();
            // When
            Feed.whole(line, List.of(world.get("abara-2017")));
            // Then
            String mail = Mailbox.text(ADDRESS, 1);
            visit.open(Mailbox.link(mail, "/collections/"));
            assertThat(page.locator("h1")).hasText("Gates of instinct");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Newest statements")))
                    .isVisible();
            assertThat(page.locator(".collected tbody tr").first()).containsText("A collection population gates");
            assertThat(mail).contains("New statement");
            visit.assertClean(200);
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
