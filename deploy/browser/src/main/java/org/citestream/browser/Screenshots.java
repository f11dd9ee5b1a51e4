package org.citestream.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes pictures of every page, and of those behind links that came by mail: {@code DIR URL [LINK…]}. Desktop and phone,
 * light and dark; ends with 2 where it cannot.
 */
public final class Screenshots {

    private static final int USAGE = 2;

    private Screenshots() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("citestream: screenshots takes a folder and the address of a running service");
            System.exit(USAGE);
        }
        Optional<Path> chromium = Chromium.installed();
        if (chromium.isEmpty()) {
            System.err.println("citestream: " + Chromium.missing());
            System.exit(USAGE);
        }
        List<String> links = List.of(arguments).subList(2, arguments.length);
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        try (Chromium browser = Chromium.start(chromium.get())) {
            System.out.println(take(browser, directory, arguments[1], links) + " pictures in " + directory);
        } catch (PlaywrightException e) {
            System.err.println("citestream: no pictures of " + arguments[1] + ": "
                    + e.getMessage().lines().findFirst().orElse("the browser gave no reason"));
            System.exit(USAGE);
        }
    }

    private static int take(Chromium browser, Path directory, String url, List<String> links) {
        List<PageView> sights = new ArrayList<>();
        try (BrowserContext reader = browser.reader(Device.DESKTOP, Scheme.LIGHT)) {
            sights.addAll(PageViews.at(url, reader.newPage()));
        }
        links.forEach(link -> sights.add(PageView.link(URI.create(link))));
        int taken = 0;
        for (Device device : List.of(Device.DESKTOP, Device.PHONE)) {
            for (Scheme scheme : Scheme.values()) {
                try (BrowserContext reader = browser.reader(device, scheme)) {
                    Page page = reader.newPage();
                    for (PageView sight : sights) {
                        taken += take(page, sight, url, directory, device, scheme) ? 1 : 0;
                    }
                }
            }
        }
        return taken;
    }

    private static boolean take(Page page, PageView sight, String url, Path directory, Device device, Scheme scheme) {
        page.navigate(url + sight.path());
        if (sight.click() != null) {
            Locator button = page.locator(sight.click()).first();
            if (button.count() == 0 || !button.isVisible()) {
                return false;
            }
            button.click();
        }
        String name = (sight.name() + "-" + device + "-" + scheme + ".png").toLowerCase(Locale.ROOT);
        // What floats over a page is seen where the reader stands; a page is shown whole, as far as anybody scrolls.
        boolean floating = sight.click() != null && sight.click().contains("popovertarget");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(directory.resolve(name)).setFullPage(!floating));
        return true;
    }
}
