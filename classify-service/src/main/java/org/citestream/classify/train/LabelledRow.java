package org.citestream.classify.train;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.section.Section;
import org.citestream.classify.section.SectionRules;

/**
 * A labelled citation.
 *
 * @param stance our mapping of the label, if there is one
 * @param heading raw heading, or empty
 * @param cites where the cited work is marked
 * @param group the citing paper where it is known, else the sentence itself: rows of a group never part
 * @param agreement of the annotators, above 0 up to 1; 1 where it is not told
 */
public record LabelledRow(
        String source,
        String split,
        String text,
        String label,
        Optional<String> stance,
        String heading,
        List<Span> cites,
        String group,
        double agreement) {

    private static final SectionRules SECTIONS = new SectionRules();

    public LabelledRow {
        requireNonNull(source, "source");
        requireNonNull(split, "split");
        requireNonNull(text, "text");
        requireNonNull(label, "label");
        requireNonNull(stance, "stance");
        requireNonNull(heading, "heading");
        requireNonNull(group, "group");
        cites = List.copyOf(cites);
    }

    /** As the model sees it. */
    public Statement statement() {
        var path = heading.isEmpty() ? List.<String>of() : List.of(heading);
        return new Statement(
                text, "", "", cites, heading, section(path), GroupSize.of(text, cites), "body", Optional.empty());
    }

    /** By rules alone: the model behind them is itself made by training. */
    private static Optional<Section> section(List<String> path) {
        Optional<Section> told = SECTIONS.section(Optional.empty(), path);
        return told.isEmpty() && !path.isEmpty() ? Optional.of(Section.OTHER) : told;
    }

    /** The citing paper, or the beginning of the sentence where that is not known. */
    public String paper() {
        return group.substring(group.indexOf(':') + 1);
    }

    /** Whether the label is by our definition, fit to calibrate and to measure with. */
    public boolean definite() {
        return source.equals("clinical") || source.equals("scicite");
    }

    /** The fold of so many that this row belongs to, by its group. */
    public int fold(int folds) {
        return Math.floorMod(group.hashCode() * 0x9E3779B1, folds);
    }
}
