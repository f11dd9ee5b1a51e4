package org.citestream.query.web.badge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Badges on a page that is not ours: ten of them, one of an unknown work, one of a retracted one. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@Tag("slow")
class BadgeTest extends ViewFixture {

    private static final String ODD = "10.5555/badge(1);x<y>";
    private static final String RETRACTED = "10.5555/badge.retracted";

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws SQLException {
        List<SampleStatement> said = new ArrayList<>();
        for (int i = 0; i < 1234; i++) {
            said.add(SampleStatement.of("doi:10.5555/badge.citing", "doi:10.5555/badge.1", "We say so.")
                    .in("results")
                    .nth(i));
        }
        for (String doi : List.of("10.5555/badge.2", ODD, RETRACTED)) {
            said.add(SampleStatement.of("doi:10.5555/badge.citing", "doi:" + doi, "It holds.")
                    .as("supporting", 0.9)
                    .nth(2000));
            said.add(SampleStatement.of("doi:10.5555/badge.citing", "doi:" + doi, "It does not.")
                    .as("contrasting", 0.9)
                    .in("discussion")
                    .nth(2001));
        }
        view.works(Stream.of("10.5555/badge.citing", "10.5555/badge.1", "10.5555/badge.2", "10.5555/badge.zero", ODD)
                        .map(doi -> SampleWork.of("doi:" + doi, doi, "2015"))
                        .toList())
                .works(List.of(SampleWork.of("doi:" + RETRACTED, "Gone", "2015").noticed("retraction", "correction")))
                .said(said);
    }

    @Test
    void shouldFillTenBadgesOnAPageOfAnotherOrigin() throws IOException {
        // Given
        Optional<Path> installed = Chromium.installed();
        assumeTrue(installed.isPresent(), Chromium.missing());
        HttpServer elsewhere = page();
        List<String> complaints = new ArrayList<>();
        // When, Then
        try (Chromium chromium = Chromium.start(installed.orElseThrow());
                Page page = chromium.reader(Device.DESKTOP, Scheme.LIGHT).newPage()) {
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            // Another name and another port: another origin.
            page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/article");
            // The page's own policy forbids what waits for a function.
            page.locator("[data-fetched=true]")
                    .nth(9)
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

            assertThat(page.locator("#many a").innerText()).contains("1,234");
            assertThat(page.locator("#many a").getAttribute("href"))
                    .startsWith(base + "reports/10.5555/badge.1?utm_medium=badge&utm_source=localhost");
            assertThat(page.locator("#odd a").getAttribute("aria-label"))
                    .contains("1 supporting, 0 mentioning, 1 contrasting; from 1 citing publications");
            assertThat(page.locator("#retracted .row.retractions").innerText()).contains("Retracted");
            assertThat(page.locator("#retracted .row.notices").innerText()).contains("1");
            assertThat(page.locator("#unknown").isVisible()).isFalse();
            assertThat(page.locator("#zero").isVisible()).isFalse();
            assertThat(page.locator("#zeroShown a").isVisible()).isTrue();
            assertThat(page.locator("#sections a").innerText())
                    .contains("Discussion")
                    .contains("Introduction");
            assertThat(page.locator("#donut svg.chart circle").count()).isEqualTo(2);
            assertThat(page.locator("#meta a").getAttribute("href")).contains("/reports/10.5555/badge.2?");
            assertThat(page.locator("#target > .scite-badge").count()).isEqualTo(1);
            shouldFollowAPageThatChanges(page);
            assertThat(complaints).isEmpty();
            String picture = System.getProperty("citestream.badge.screenshot");
            if (picture != null) {
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of(picture)).setFullPage(true));
            }
        } finally {
            elsewhere.stop(0);
        }
    }

    private static void shouldFollowAPageThatChanges(Page page) {
        page.evaluate("""
                const late = document.createElement('div');
                late.className = 'scite-badge'; late.id = 'late'; late.dataset.doi = '10.5555/BADGE.2';
                document.body.append(late);
                document.getElementById('many').dataset.doi = '10.5555/badge.2';
                """);
        page.waitForSelector("#late[data-fetched=true] a");
        Locator changed = page.locator("#many a[aria-label*='badge.2:']");
        changed.waitFor();
        page.evaluate("window.__SCITE.insertBadges({forceReload: true})");
        changed.hover();
        page.locator("#many .tip").waitFor();
        assertThat(page.locator("#many .tip").innerText()).contains("of 2 citation statements");
    }

    /** A journal's page with a policy of its own that allows no inline style. */
    private HttpServer page() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String host = base.toString().replaceFirst("/$", "");
        byte[] html;
        try (var page = BadgeTest.class.getResourceAsStream("/badge/article.html")) {
            html = new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("HOST", host)
                    .getBytes(StandardCharsets.UTF_8);
        }
        server.createContext("/article", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src " + host + "; connect-src " + host + "; img-src " + host);
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void shouldBeSmall() {
        // When
        byte[] script = given().get("/badge/scite-badge-latest.min.js")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .contentType(containsString("javascript"))
                .extract()
                .asByteArray();
        // Then
        assertThat(script.length).isLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /badge/10.5555/badge.2.svg                      | 1 supporting, 0 mentioning, 1 contrasting
            /badge/10.5555%2FBADGE.2.svg?type=supporting    | Citations: 1 supporting
            /badge/doi:10.5555/badge.1.svg?type=total       | Citations: 1,234 total
            /badge/10.5555/badge.2.svg?type=contradicting   | Citations: 1 contrasting
            /badge/10.5555/badge.2.svg?section=discussion   | Citations: 1 discussion
            /badge/10.5555/badge.2.svg?section=all          | 0 introduction, 0 methods, 0 results, 1 discussion, 1 other
            /badge/10.5555/badge.retracted.svg?type=citing  | retracted, 1 citing works
            /badge/10.5555/badge(1);x%3Cy%3E.svg            | 1 supporting, 0 mentioning, 1 contrasting
            /badge/10.5555/nobody.svg                       | not indexed
            """)
    void shouldDrawTheRequestedVariant(String path, String words) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Access-Control-Allow-Origin", "*")
                .body(containsString("<title>"))
                .body(containsString(words));
    }

    @Test
    void shouldRefuseAnUnknownVariant() {
        given().get("/badge/10.5555/badge.2.svg?type=colour").then().statusCode(400);
        given().get("/badge/10.5555/badge.2.svg?section=abstract").then().statusCode(400);
        given().get("/badge/nonsense.svg").then().statusCode(404).contentType(startsWith("image/svg+xml"));
    }
}
