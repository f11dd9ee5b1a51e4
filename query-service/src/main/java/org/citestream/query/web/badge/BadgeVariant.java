package org.citestream.query.web.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a badge shows: all types, one count, all sections, or one section.
 *
 * @param types the counts to show, by name
 * @param sections the sections to show, by name
 */
record BadgeVariant(List<String> types, List<String> sections) {

    private static final String ALL = "all";
    private static final List<String> TYPES = List.of("supporting", "mentioning", "contrasting");
    private static final List<String> COUNTS =
            List.of("supporting", "mentioning", "contrasting", "unclassified", "total", "citing");

    /**
     * The variant of these parameters.
     *
     * @param type {@code all} (default) or the name of one count; {@code contradicting} is contrasting
     * @param section {@code all} or the name of one section; null for none
     * @return empty if either is unknown
     */
    static Optional<BadgeVariant> of(String type, String section) {
        String count = word(type, section == null ? ALL : null);
        String part = word(section, null);
        if (count != null && !count.equals(ALL) && !COUNTS.contains(count)) {
            return Optional.empty();
        }
        if (part != null && !part.equals(ALL) && !BadgeFacts.SECTIONS.contains(part)) {
            return Optional.empty();
        }
        return Optional.of(new BadgeVariant(chosen(count, TYPES), chosen(part, BadgeFacts.SECTIONS)));
    }

    private static List<String> chosen(String word, List<String> all) {
        return word == null ? List.of() : word.equals(ALL) ? all : List.of(word);
    }

    private static String word(String written, String usual) {
        if (written == null || written.isBlank()) {
            return usual;
        }
        String word = written.strip().toLowerCase(Locale.ROOT);
        return word.equals("contradicting") ? "contrasting" : word;
    }

    /** The parts of the badge, after its name. */
    List<BadgeSvg.BadgeCount> parts(BadgeFacts facts) {
        List<BadgeSvg.BadgeCount> parts = new ArrayList<>();
        for (String type : types) {
            parts.add(new BadgeSvg.BadgeCount(count(type, facts), type.equals("citing") ? "citing works" : type, type));
        }
        for (String section : sections) {
            parts.add(new BadgeSvg.BadgeCount(facts.sections().getOrDefault(section, 0L), section, "section"));
        }
        return parts;
    }

    private static long count(String type, BadgeFacts facts) {
        return switch (type) {
            case "supporting" -> facts.tally().supporting();
            case "mentioning" -> facts.tally().mentioning();
            case "contrasting" -> facts.tally().contrasting();
            case "unclassified" -> facts.tally().unclassified();
            case "citing" -> facts.tally().citingPublications();
            default -> facts.tally().total();
        };
    }
}
