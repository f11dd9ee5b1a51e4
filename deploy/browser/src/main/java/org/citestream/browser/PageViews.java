package org.citestream.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every page of a running service, on whatever it holds. */
final class PageViews {

    /** The samples' report of the shape that people know, and their retracted work. */
    private static final List<String> SAMPLES = List.of("10.5555/cs.hallam2016", "10.5555/cs.tanaka2015");

    private static final List<PageView> FIXED = List.of(
            PageView.page("home", "/"),
            PageView.page("home-contrasted", "/?reports=contrasted"),
            PageView.page("search-statements", "/search?q=the"),
            new PageView("search-syntax", "/search?q=the", ".syntax summary"),
            PageView.page("search-publications", "/search?in=publications"),
            PageView.page("search-contrasted", "/search?in=publications&order=contrasted"),
            new PageView("search-cells", "/search?q=type:not-a-sentence", ".why summary"),
            PageView.page("search-nothing", "/search?q=xyzzyx"),
            PageView.page("search-unread", "/search?q=(fear"),
            PageView.page("check", "/check"),
            PageView.page("collections", "/collections"),
            PageView.page("collection-add", "/collections/add?work=10.5555/cs.hallam2016"),
            PageView.page("integrity", "/integrity"),
            PageView.page("map", "/maps/10.5555/cs.hallam2016"),
            PageView.page("links", "/links/10.5555/cs.hallam2016?to=10.5555/cs.tanaka2015"),
            PageView.page("live", "/live"),
            PageView.page("authors", "/authors"),
            PageView.page("journals", "/journals?order=name"),
            PageView.page("affiliations", "/affiliations"),
            PageView.page("funders", "/funders"),
            PageView.page("model", "/about/model"),
            PageView.page("api", "/about/api"),
            PageView.page("add-articles", "/about/articles"),
            PageView.page("corrections", "/corrections"),
            PageView.page("alert-new", "/alerts/new?follows=search&target=midbrain"),
            PageView.page("alert-old-link", "/alerts/mine?t=old"),
            PageView.page("not-found", "/nowhere"),
            PageView.page("unknown-work", "/reports/10.5555/nobody"),
            PageView.page("bad-filter", "/reports/10.5555/cs.hallam2016?year=x"),
            PageView.page("ops", "/ops"),
            PageView.page("ops-consumers", "/ops/consumers"),
            PageView.page("ops-group", "/ops/consumers/citestream.classify"),
            PageView.page("ops-topic", "/ops/topics/citations.classified.v1"),
            PageView.page("ops-brokers", "/ops/brokers"),
            PageView.page("ops-broker", "/ops/brokers/1"),
            PageView.page("ops-messages", "/ops/messages?topic=citations.classified.v1"),
            PageView.page("ops-dead-letters", "/ops/dead-letters"),
            PageView.page("ops-articles", "/ops/articles"),
            PageView.page("ops-actions", "/ops/actions"),
            PageView.page("ops-audit", "/ops/audit"),
            PageView.page("ops-candidate", "/ops/candidate"),
            PageView.page("login", "/login"));

    private PageViews() {}

    /** What there is to see at this address; pages that this service does not have are left out. */
    static List<PageView> at(String url, Page page) {
        List<PageView> sights = new ArrayList<>();
        APIRequestContext requests = page.context().request();
        for (PageView sight : FIXED) {
            if (!(sight.name().startsWith("ops") || sight.name().equals("login"))
                    || requests.get(url + sight.path()).ok()) {
                sights.add(sight);
            }
        }
        Set<String> reports = new LinkedHashSet<>();
        for (String sample : SAMPLES) {
            if (requests.get(url + "/reports/" + sample).ok()) {
                reports.add("/reports/" + sample);
            }
        }
        page.navigate(url + "/");
        reports.addAll(links(page, ".works a[href^='/reports/']"));
        int number = 1;
        for (String report : reports.stream().limit(4).toList()) {
            sights.addAll(report("report-" + number++, report));
        }
        if (!reports.isEmpty()) {
            page.navigate(url + reports.iterator().next());
            links(page, ".permalink:text('Permalink')").stream().findFirst().ifPresent(path -> {
                sights.add(PageView.page("statement", path));
                sights.add(PageView.page("disagree", path + "/disagree"));
            });
            for (String kind : List.of("author", "journal", "affiliation", "funder", "facet")) {
                links(page, "a[href^='/%ss/']".formatted(kind)).stream()
                        .findFirst()
                        .ifPresent(path -> sights.add(PageView.page(kind, path)));
            }
        }
        return sights;
    }

    private static List<PageView> report(String name, String path) {
        List<PageView> sights = new ArrayList<>(
                List.of(PageView.page(name, path), PageView.page(name + "-references", path + "?tab=references")));
        if (name.equals("report-1")) {
            sights.add(new PageView(name + "-guide", path, "[popovertarget=help]"));
            sights.add(new PageView(name + "-why", path, ".why summary"));
            sights.add(new PageView(name + "-cite", path, "[popovertarget=cite]"));
            sights.add(new PageView(name + "-export", path, "[popovertarget=export]"));
            sights.add(new PageView(name + "-alert", path, "[popovertarget=alert]"));
            sights.add(new PageView(name + "-badge", path, "[popovertarget=badge]"));
            sights.add(new PageView(name + "-filters", path, ".tools [popovertarget=filters]"));
            sights.add(PageView.page(name + "-filtered", path + "?type=supporting&q=found"));
            sights.add(PageView.page(name + "-nothing", path + "?q=xyzzyx"));
            sights.add(PageView.page(name + "-blind", path + "?blind=true"));
        }
        return sights;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page, String selector) {
        return (List<String>) page.evalOnSelectorAll(selector, "links => links.map(link => link.getAttribute('href'))");
    }
}
