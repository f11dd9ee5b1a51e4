package org.citestream.classify.section;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Assigns a statement to one of five sections: by the publisher's {@code sec-type}, else by its own heading, else by
 * the nearest heading above that tells, from the inside out. "Results and Discussion" is results, conclusions are
 * discussion. Knows the usual words in English, Portuguese, Spanish, French and German. Pure; safe for several threads.
 */
public final class SectionRules {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final HeadingWords WORDS = HeadingWords.shipped();

    /**
     * The section, or nothing where neither type nor headings tell.
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
        return Optional.empty();
    }

    private static Optional<Section> bySecType(String secType) {
        String type = plain(secType);
        if (type.contains(" result") || type.contains(" findings ")) {
            return Optional.of(Section.RESULTS);
        }
        if (type.contains(" method") || type.contains(" material") || type.contains(" subjects ")) {
            return type.contains(" supplementary ") ? Optional.of(Section.OTHER) : Optional.of(Section.METHODS);
        }
        if (type.contains(" intro") || type.contains(" background ")) {
            return Optional.of(Section.INTRODUCTION);
        }
        if (type.contains(" discussion") || type.contains(" conclusion")) {
            return Optional.of(Section.DISCUSSION);
        }
        if (type.contains(" supplement")
                || type.contains(" coi statement ")
                || type.contains(" funding ")
                || type.contains(" display objects ")) {
            return Optional.of(Section.OTHER);
        }
        return Optional.empty();
    }

    /** By the words of one heading alone. */
    public static Optional<Section> byHeading(String raw) {
        return WORDS.sectionOf(plain(raw));
    }

    /** Lower case, without accents, numbers and punctuation, between blanks. */
    private static String plain(String raw) {
        String letters = MARKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return " " + NOT_LETTERS.matcher(letters).replaceAll(" ").strip() + " ";
    }
}
