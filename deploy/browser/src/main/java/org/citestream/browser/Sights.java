package org.citestream.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every page of a running service, on whatever it holds. */
final class Sights {

    /** The samples' report of the shape that people know, and their retracted work. */
    private static final List<String> SAMPLES = List.of("10.5555/cs.hallam2016", "10.5555/cs.tanaka2015");

    private static final List<Sight> FIXED = List.of(
            Sight.page("home", "/"),
            Sight.page("home-contrasted", "/?reports=contrasted"),
            Sight.page("search-statements", "/search?q=the"),
            new Sight("search-syntax", "/search?q=the", ".syntax summary"),
            Sight.page("search-publications", "/search?in=publications"),
            Sight.page("search-contrasted", "/search?in=publications&order=contrasted"),
            new Sight("search-cells", "/search?q=type:not-a-sentence", ".why summary"),
            Sight.page("search-nothing", "/search?q=xyzzyx"),
            Sight.page("search-unread", "/search?q=(fear"),
            Sight.page("live", "/live"),
            Sight.page("model", "/about/model"),
            Sight.page("api", "/about/api"),
            Sight.page("add-articles", "/about/articles"),
            Sight.page("corrections", "/corrections"),
            Sight.page("alert-new", "/alerts/new?follows=search&target=midbrain"),
            Sight.page("alert-old-link", "/alerts/mine?t=old"),
            Sight.page("not-found", "/nowhere"),
            Sight.page("unknown-work", "/reports/10.5555/nobody"),
            Sight.page("bad-filter", "/reports/10.5555/cs.hallam2016?year=x"),
            Sight.page("ops", "/ops"),
            Sight.page("ops-consumers", "/ops/consumers"),
            Sight.page("ops-messages", "/ops/messages?topic=citations.classified.v1"),
            Sight.page("ops-dead-letters", "/ops/dead-letters"),
            Sight.page("ops-articles", "/ops/articles"),
            Sight.page("ops-actions", "/ops/actions"),
            Sight.page("ops-audit", "/ops/audit"),
            Sight.page("ops-candidate", "/ops/candidate"),
            Sight.page("login", "/login"));

    private Sights() {}

    /** What there is to see at this address; pages that this service does not have are left out. */
    static List<Sight> at(String url, Page page) {
        List<Sight> sights = new ArrayList<>();
        APIRequestContext requests = page.context().request();
        for (Sight sight : FIXED) {
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
                sights.add(Sight.page("statement", path));
                sights.add(Sight.page("disagree", path + "/disagree"));
            });
            links(page, "a[href^='/authors/']").stream()
                    .findFirst()
                    .ifPresent(path -> sights.add(Sight.page("author", path)));
            links(page, "a[href^='/journals/']").stream()
                    .findFirst()
                    .ifPresent(path -> sights.add(Sight.page("journal", path)));
            links(page, "a[href^='/facets/']").stream()
                    .findFirst()
                    .ifPresent(path -> sights.add(Sight.page("facet", path)));
        }
        return sights;
    }

    private static List<Sight> report(String name, String path) {
        List<Sight> sights = new ArrayList<>(
                List.of(Sight.page(name, path), Sight.page(name + "-references", path + "?tab=references")));
        if (name.equals("report-1")) {
            sights.add(new Sight(name + "-guide", path, "[popovertarget=help]"));
            sights.add(new Sight(name + "-why", path, ".why summary"));
            sights.add(new Sight(name + "-cite", path, "[popovertarget=cite]"));
            sights.add(new Sight(name + "-export", path, "[popovertarget=export]"));
            sights.add(new Sight(name + "-alert", path, "[popovertarget=alert]"));
            sights.add(new Sight(name + "-badge", path, "[popovertarget=badge]"));
            sights.add(new Sight(name + "-filters", path, ".tools [popovertarget=filters]"));
            sights.add(Sight.page(name + "-filtered", path + "?type=supporting&q=found"));
            sights.add(Sight.page(name + "-nothing", path + "?q=xyzzyx"));
            sights.add(Sight.page(name + "-blind", path + "?blind=true"));
        }
        return sights;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page, String selector) {
        return (List<String>) page.evalOnSelectorAll(selector, "links => links.map(link => link.getAttribute('href'))");
    }
}
