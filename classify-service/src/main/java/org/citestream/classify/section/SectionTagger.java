package org.citestream.classify.section;

import java.util.List;
import java.util.Optional;

/**
 * Rules first; a small model for headings that no rule knows, from the inside out. Remembers nothing, so it is safe for
 * use by several threads.
 */
public final class SectionTagger {

    private final SectionRules rules = new SectionRules();
    private final HeadingModel model = HeadingModel.shipped();

    /**
     * The section: other where a heading fits none of the four, nothing where there is no heading at all.
     *
     * @param secType as the publisher wrote it
     * @param headingPath raw headings, outermost first
     */
    public Optional<Section> section(Optional<String> secType, List<String> headingPath) {
        Optional<Section> known = rules.section(secType, headingPath);
        for (int i = headingPath.size() - 1; i >= 0 && known.isEmpty(); i--) {
            known = model.section(headingPath.get(i));
        }
        return known.isEmpty() && !headingPath.isEmpty() ? Optional.of(Section.OTHER) : known;
    }
}
