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
 * @param split the set's own, or empty
 * @param label as its set has it
 * @param stance our mapping of the label, if there is one
 * @param intent background, method or result, where the set tells it
 * @param around what stands around the sentence
 * @param cites where the cited work is marked
 * @param group the citing paper where it is known, else the sentence itself: rows of a group never part
 * @param agreement of the annotators, above 0 up to 1; 1 where it is not told
 * @param stratum how the row was chosen for its set, or empty
 */
public record LabelledRow(
        String source,
        String split,
        String text,
        String label,
        Optional<String> stance,
        Optional<String> intent,
        SentenceContext around,
        List<Span> cites,
        String group,
        double agreement,
        String stratum) {

    private static final SectionRules SECTIONS = new SectionRules();

    public LabelledRow {
        requireNonNull(source, "source");
        requireNonNull(split, "split");
        requireNonNull(text, "text");
        requireNonNull(label, "label");
        requireNonNull(stance, "stance");
        requireNonNull(intent, "intent");
        requireNonNull(around, "around");
        requireNonNull(group, "group");
        requireNonNull(stratum, "stratum");
        cites = List.copyOf(cites);
    }

    /** As the model sees it. */
    public Statement statement() {
        return new Statement(
                text,
                around.before(),
                around.after(),
                cites,
                around.headings(),
                section(),
                around.groupSize().orElseGet(() -> GroupSize.of(text, cites)),
                "body",
                Optional.empty());
    }

    /** By rules alone: the model behind them is itself made by training. */
    private Optional<Section> section() {
        Optional<Section> told = SECTIONS.section(around.secType(), around.headings());
        return told.isEmpty() && !around.headings().isEmpty() ? Optional.of(Section.OTHER) : told;
    }

    /** The citing paper, or the beginning of the sentence where that is not known. */
    public String paper() {
        return group.substring(group.indexOf(':') + 1);
    }

    /** Whether the row was read in context by our own definition. */
    public boolean gold() {
        return source.equals("gold");
    }

    /** Whether the row was drawn from the traffic at random. */
    public boolean random() {
        return stratum.equals("random");
    }

    /** Whether the label is by our definition, fit to calibrate and to measure with. */
    public boolean definite() {
        return gold() || source.equals("clinical") || source.equals("scicite");
    }

    /** The fold of so many that this row belongs to, by its group. */
    public int fold(int folds) {
        return Math.floorMod(group.hashCode() * 0x9E3779B1, folds);
    }
}
