package org.citestream.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium that is installed here, driven by Playwright; none is downloaded. Not thread-safe: Playwright belongs to
 * the thread that opened it.
 */
public final class Chromium implements AutoCloseable {

    private static final String SETTING = "CITESTREAM_CHROMIUM";

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    /** Nothing but what is asked of it: no updates, no first-run page, no sync. */
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where one is: {@code CITESTREAM_CHROMIUM}, else the usual places. */
    public static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv(SETTING)), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What to tell where none is. */
    public static String missing() {
        return "no Chromium found; install it (Debian: apt install chromium) or name it in " + SETTING;
    }

    /** Starts it. */
    public static Chromium start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Chromium's sandbox refuses to run as root, as containers do.
        List<String> arguments = "root".equals(System.getProperty("user.name"))
                ? Stream.concat(QUIET.stream(), Stream.of("--no-sandbox")).toList()
                : QUIET;
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(arguments));
        return new Chromium(playwright, browser);
    }

    /** A reader with nothing in the cache. */
    public BrowserContext reader(Device device, Scheme scheme) {
        return browser.newContext(options(device, scheme));
    }

    /** A reader whose browser runs no scripts. */
    public BrowserContext readerWithoutScripts(Device device) {
        return browser.newContext(options(device, Scheme.LIGHT).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(Device device, Scheme scheme) {
        return new Browser.NewContextOptions()
                .setViewportSize(device.width(), device.height())
                .setDeviceScaleFactor(device.scale())
                .setHasTouch(device == Device.PHONE)
                .setColorScheme(scheme.colours())
                .setLocale("en-GB");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
