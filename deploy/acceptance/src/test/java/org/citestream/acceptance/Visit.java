package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.citestream.browser.Chromium;
import org.citestream.browser.Device;
import org.citestream.browser.Scheme;

/**
 * A reader at one service, with a note of all that goes wrong: messages on the console (a breach of the
 * Content-Security-Policy is one), uncaught errors, requests that leave the host.
 */
final class Visit implements AutoCloseable {

    private final BrowserContext reader;
    private final Page page;
    private final String host;
    private final List<String> wrong = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    private Visit(BrowserContext reader, Line line) {
        this.reader = reader;
        this.page = reader.newPage();
        this.host = line.query().base().toString();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")
                    && !message.type().equals("info")
                    && !message.type().equals("debug")) {
                wrong.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> wrong.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(host + "/") && !request.url().startsWith("data:")) {
                wrong.add("left the host: " + request.url());
            }
        });
        page.onRequestFinished(finished::add);
        page.setDefaultTimeout(20_000);
    }

    static Visit of(Chromium browser, Line line, Device device, Scheme scheme) {
        return new Visit(browser.reader(device, scheme), line);
    }

    static Visit withoutScripts(Chromium browser, Line line) {
        return new Visit(browser.readerWithoutScripts(Device.DESKTOP), line);
    }

    /** Opens a page of the service. */
    Page open(String path) {
        page.navigate(host + path);
        return page;
    }

    /** Bytes that came over the wire so far, headers included. */
    long transferred() {
        long bytes = 0;
        for (Request request : List.copyOf(finished)) {
            bytes += (long) request.sizes().responseBodySize + request.sizes().responseHeadersSize;
        }
        return bytes;
    }

    /** Nothing went wrong so far; an error that was asked for, as a 404, is what the page itself says. */
    void assertClean(int status) {
        List<String> unexpected = wrong.stream()
                .filter(message -> !(status >= 400 && message.contains("status of " + status)))
                .toList();
        assertThat(unexpected).isEmpty();
    }

    @Override
    public void close() {
        reader.close();
    }
}
