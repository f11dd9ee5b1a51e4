package org.citestream.classify.section;

import java.util.List;
import java.util.Optional;

/**
 * Applies rules first, then a small model to headings that no rule knows, from the inside out. Statements of a section
 * follow one another, so each thread remembers its last answer. Safe for use by several threads.
 */
public final class SectionTagger {

    private final SectionRules rules = new SectionRules();
    private final HeadingModel model = HeadingModel.shipped();
    private final ThreadLocal<Tagged> last = ThreadLocal.withInitial(() -> Tagged.NOTHING);

    /** An answer and what was asked. */
    private record Tagged(Optional<String> secType, List<String> headingPath, Optional<Section> section) {
        static final Tagged NOTHING = new Tagged(Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * The section: other where a heading fits none of the four, nothing where there is no heading at all.
     *
     * @param secType as the publisher wrote it
     * @param headingPath raw headings, outermost first
     */
    public Optional<Section> section(Optional<String> secType, List<String> headingPath) {
        Tagged before = last.get();
        if (before.headingPath().equals(headingPath) && before.secType().equals(secType)) {
            return before.section();
        }
        Optional<Section> section = tag(secType, headingPath);
        last.set(new Tagged(secType, List.copyOf(headingPath), section));
        return section;
    }

    private Optional<Section> tag(Optional<String> secType, List<String> headingPath) {
        Optional<Section> known = rules.section(secType, headingPath);
        for (int i = headingPath.size() - 1; i >= 0 && known.isEmpty(); i--) {
            known = model.section(headingPath.get(i));
        }
        return known.isEmpty() && !headingPath.isEmpty() ? Optional.of(Section.OTHER) : known;
    }
}
