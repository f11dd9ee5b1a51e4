package org.citestream.query.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Citations of doubted works: works that were retracted, withdrawn, or are under an expression of concern.
 *
 * @param references pairs of a citing and a doubted work
 * @param referencesAfter those in which the citing work was published after a notice
 * @param statements sentences about them
 * @param statementsAfter those in works published after a notice
 * @param admitting sentences that acknowledge a notice
 * @param admittingAfter those in works published after a notice
 */
public record Counted(
        long references,
        long referencesAfter,
        long statements,
        long statementsAfter,
        long admitting,
        long admittingAfter) {

    static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0);

    static Counted of(BoardFacts.DoubtedPair pair) {
        long statements = pair.sentences().size();
        long admitting =
                pair.sentences().stream().filter(BoardFacts.Sentence::admits).count();
        boolean after = pair.made() == CitingTime.AFTER;
        return new Counted(1, after ? 1 : 0, statements, after ? statements : 0, admitting, after ? admitting : 0);
    }

    Counted plus(Counted other) {
        return new Counted(
                references + other.references,
                referencesAfter + other.referencesAfter,
                statements + other.statements,
                statementsAfter + other.statementsAfter,
                admitting + other.admitting,
                admittingAfter + other.admittingAfter);
    }

    /** Sentences in works published after a notice that do not acknowledge it. */
    @JsonProperty
    public long silentAfter() {
        return statementsAfter - admittingAfter;
    }
}
