package org.citestream.query.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.CitedNotice;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/** Wording and formats used on pages. */
@TemplateExtension(namespace = "say")
public final class Wording {

    private static final int FEW = 3;
    private static final Map<String, String> MEANINGS = Map.of(
            "supporting", "The citing authors report evidence of their own that agrees.",
            "contrasting", "The citing authors report evidence of their own that disagrees.",
            "mentioning", "Anything else: background, use of a method, agreement without new evidence.",
            "unclassified", "The model was not sure enough to say.",
            "not-a-sentence",
                    "A table cell, a list of numbers or a citation alone: no words to judge. Counted in the total, in none of"
                            + " the types.");

    private static final Map<String, String> INTENTS = Map.of(
            "background", "Cited as background: what is known, said or thought.",
            "method", "Cited for a method, material, data or tool that is used.",
            "result", "Cited to compare results.");

    private Wording() {}

    static String number(Number number) {
        long value = number.longValue();
        // Most numbers are small, and a page has hundreds; a formatter for each would be a fifth of its cost.
        return Math.abs(value) < 1000 ? Long.toString(value) : String.format(Locale.ROOT, "%,d", value);
    }

    static String plural(Number number, String one, String many) {
        return number(number) + " " + (number.longValue() == 1 ? one : many);
    }

    static String percent(Number share) {
        return Math.round(share.doubleValue() * 100) + " %";
    }

    /** A code word as a heading: {@code expression-of-concern} becomes Expression of concern. */
    static String word(String code) {
        String spaced = code.replace('-', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** What an intent means, in a few words. */
    static String intent(String intent) {
        return INTENTS.getOrDefault(intent, "");
    }

    /** The label of an order of a search or a list of works. */
    static String order(String order) {
        return order.endsWith("ed") ? "Most " + order : word(order);
    }

    /** The facets of a report. */
    static List<Facet> facets() {
        return List.copyOf(Facet.OF_REPORTS);
    }

    /** The known values of a facet; empty if any text may be a value. */
    static List<String> choices(String facet) {
        return Facet.named(facet).map(Facet::choices).orElse(List.of());
    }

    /** The types that a person can choose. */
    static List<String> types() {
        return Stream.of(CitationType.values())
                .filter(CitationType::isAnswer)
                .map(CitationType::wireName)
                .sorted()
                .toList();
    }

    /** What a type means, in a few words. */
    static String meaning(String type) {
        return MEANINGS.getOrDefault(type, "");
    }

    static String title(ShownPublication publication) {
        return publication.name();
    }

    /** Where the full text of a work is, or null. */
    static FullText fullText(ShownPublication publication) {
        return FullText.of(publication);
    }

    /** The display name of a work of which only the id is known. */
    static String name(String curie) {
        return ShownPublication.nameOf(curie);
    }

    /** The id as people write it: a DOI without prefix, others with it. */
    static String bare(String curie) {
        return curie.startsWith("doi:") ? curie.substring("doi:".length()) : curie;
    }

    /** The id as a label; an id derived from a description means nothing to people. */
    static String label(String curie) {
        return curie.startsWith("ref:") ? "Without an identifier" : curie;
    }

    /** The beginning of a long checksum. */
    static String shortened(String text) {
        return text.length() <= 14 ? text : text.substring(0, 14) + "…";
    }

    /** The day of an instant. */
    static String day(String instant) {
        return instant.length() < 10 ? instant : instant.substring(0, 10);
    }

    /** The name of a topic or a group in parts, each with its trailing dot, so that lines break only there. */
    static List<String> byDots(String name) {
        return List.of(name.split("(?<=\\.)", -1));
    }

    /** An instant to the minute: 2026-11-25 22:56 UTC. */
    static String moment(String instant) {
        return instant.length() < 16 ? instant : instant.substring(0, 16).replace('T', ' ') + " UTC";
    }

    /** A profile page; {@code kind} is authors, journals, affiliations or funders. */
    static String profile(String kind, String name) {
        return PageAddress.of(kind, name).toString();
    }

    /** A share, 0 to 1, as a percentage with one decimal. */
    static String tenths(Double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A figure between 0 and 1 with two decimals. */
    static String decimals(Double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    /** The page with the map around a work. */
    static String map(String curie) {
        return PageAddress.of("maps", bare(curie)).toString();
    }

    public static String report(String curie) {
        return PageAddress.of("reports", bare(curie)).toString();
    }

    /** The first authors, then et al. */
    static String authors(ShownPublication publication) {
        List<String> names = publication.authors().stream()
                .map(ShownAuthor::name)
                .filter(name -> !name.isBlank())
                .toList();
        if (names.size() <= FEW && !publication.authorsTruncated()) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, Math.min(FEW, names.size()))) + " et al.";
    }

    /** Authors, journal and year in one line; unknown parts are left out. */
    static String source(ShownPublication publication) {
        if (publication.title() == null) {
            // Its name is enough.
            return "";
        }
        return Stream.of(
                        authors(publication),
                        publication.journal(),
                        publication.year() == null ? null : publication.year().toString())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** Whether the work must not be relied upon. */
    static boolean retracted(ShownPublication publication) {
        return publication.retracted();
    }

    /** Whether a notice of this kind means that the work must not be relied upon. */
    static boolean stops(String kind) {
        return ShownNotice.retracts(kind);
    }

    /** A notice on the cited work relative to a statement, in a few words. */
    static String made(CitedNotice notice) {
        String what = noun(notice.kind());
        String when =
                switch (notice.made()) {
                    case "before" -> "Made before the " + what;
                    case "after" -> "Made after the " + what;
                    default -> "Before or after the " + what + " (date unknown)";
                };
        return Boolean.TRUE.equals(notice.admitted()) ? when + ", says so" : when;
    }

    /** Whether a work cited another before or after its notice, as far as dates tell. */
    static String citedWhen(CitedNotice notice) {
        return switch (notice.made()) {
            case "before" -> "cited before";
            case "after" -> "cited after";
            default -> "cited before or after (date unknown)";
        };
    }

    private static String noun(String kind) {
        return kind.replace('-', ' ');
    }

    /** The address where a work, or the works of an author and so on, are added to a collection. */
    static String collect(String kind, String name) {
        return new PageAddress("/collections/add", Map.of())
                .with(kind.toLowerCase(Locale.ROOT), name)
                .toString();
    }

    /** The label of a signal of a reference list. */
    static String signal(String name) {
        return switch (name) {
            case "uncited" -> "Listed, never cited in the text";
            case "self" -> "Share an author with this work";
            case "reciprocal" -> "Cite this work back";
            case "largeGroups" -> "Statements in large groups";
            case "onlyLargeGroups" -> "Cited in large groups only";
            case "unlisted" -> "In the registry, not in the list";
            default -> word(name);
        };
    }

    /** The address to sign up for alerts on an author's or a journal's works. */
    static String alert(String kind, String name) {
        return new PageAddress("/alerts/new", Map.of())
                .with("follows", kind.toLowerCase(Locale.ROOT))
                .with("target", name)
                .toString();
    }
}
