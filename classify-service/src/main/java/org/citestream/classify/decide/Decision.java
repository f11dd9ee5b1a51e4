package org.citestream.classify.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A classifier's decision on one statement.
 *
 * @param scores calibrated probabilities of all types
 * @param confidence of the most probable type, in [0, 1]; 0 where the classifier could not decide at all
 * @param threshold of the most probable type: below this confidence the model abstains
 * @param intent probabilities of all intents; absent where the classifier could not decide
 * @param evidence what moved the decision, the strongest first, at most {@value #MAX_EVIDENCE}
 * @param encoder whether the second opinion took part
 * @param failure why there is no decision; absent where there is one
 */
public record Decision(
        TypeScores scores,
        double confidence,
        double threshold,
        Optional<IntentScores> intent,
        List<Evidence> evidence,
        Encoder encoder,
        Optional<String> failure) {

    /**
     * The failure of texts without words, as a table's cells and lists of numbers have none. Readers of the events compare with
     * it: part of the contract, never to be changed.
     */
    public static final String NOT_A_SENTENCE = "not-a-sentence";

    /** As the contract allows. */
    public static final int MAX_EVIDENCE = 20;

    public Decision {
        requireNonNull(scores, "scores");
        requireNonNull(intent, "intent");
        requireNonNull(encoder, "encoder");
        requireNonNull(failure, "failure");
        evidence = List.copyOf(evidence);
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException(evidence.size() + " pieces of evidence, at most " + MAX_EVIDENCE);
        }
    }

    /** No decision: the scores are what is known before a statement is read. */
    public static Decision failed(String why, Thresholds thresholds, Encoder encoder) {
        return new Decision(
                TypeScores.SERVED,
                0,
                thresholds.of(TypeScores.SERVED),
                Optional.empty(),
                List.of(),
                encoder,
                Optional.of(why));
    }

    /** Whether {@code unclassified} is published instead of {@link #mostProbable()}. */
    public boolean abstained() {
        return failure.isPresent() || confidence < threshold;
    }

    /** What is published. */
    public CitationType type() {
        return abstained() ? CitationType.UNCLASSIFIED : mostProbable();
    }

    /** The best guess, published or not. */
    public CitationType mostProbable() {
        return scores.best();
    }
}
