package org.citestream.classify.section;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a statement into one of five sections: by the publisher's {@code sec-type}, else by its own heading, else by the
 * nearest heading above that tells, from the inside out. Combined headings count as their first named of results,
 * methods and so on ("Results and Discussion" is results, "Conclusions" are discussion). Pure; safe for several threads.
 */
public final class SectionRules {

    /**
     * The section: other where a heading fits none of the four, nothing where there is no heading at all.
     *
     * @param secType as the publisher wrote it
     * @param headingPath raw headings, outermost first
     */
    public Optional<Section> section(Optional<String> secType, List<String> headingPath) {
        Optional<Section> byType = secType.flatMap(SectionRules::bySecType);
        if (byType.isPresent()) {
            return byType;
        }
        for (int i = headingPath.size() - 1; i >= 0; i--) {
            Optional<Section> section = byHeading(headingPath.get(i));
            if (section.isPresent()) {
                return section;
            }
        }
        return headingPath.isEmpty() ? Optional.empty() : Optional.of(Section.OTHER);
    }

    private static Optional<Section> bySecType(String secType) {
        String first = secType.toLowerCase(Locale.ROOT).split("[|,; ]", 2)[0];
        return switch (first) {
            case "intro", "introduction", "background" -> Optional.of(Section.INTRODUCTION);
            case "methods", "method", "materials", "materials-methods", "subjects", "cases" ->
                Optional.of(Section.METHODS);
            case "results", "findings" -> Optional.of(Section.RESULTS);
            case "discussion", "conclusion", "conclusions" -> Optional.of(Section.DISCUSSION);
            case "supplementary-material", "display-objects" -> Optional.of(Section.OTHER);
            default -> Optional.empty();
        };
    }

    static Optional<Section> byHeading(String raw) {
        String heading =
                " " + raw.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip() + " ";
        if (has(heading, " introduction ", " background ")) {
            return Optional.of(Section.INTRODUCTION);
        }
        if (has(heading, " result ", " results ", " findings ")) {
            return Optional.of(Section.RESULTS);
        }
        if (has(heading, " method ", " methods ", " methodology ", " materials ", " procedure ", " procedures ")) {
            return Optional.of(Section.METHODS);
        }
        if (has(heading, " discussion ", " conclusion ", " conclusions ", " concluding ", " limitations ")) {
            return Optional.of(Section.DISCUSSION);
        }
        return Optional.empty();
    }

    private static boolean has(String heading, String... words) {
        for (String word : words) {
            if (heading.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
