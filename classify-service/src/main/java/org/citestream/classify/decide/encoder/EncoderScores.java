package org.citestream.classify.decide.encoder;

import static java.util.Objects.requireNonNull;

import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.TypeScores;

/**
 * What the encoder says of one statement.
 *
 * @param type calibrated probabilities of the types
 * @param intent calibrated probabilities of the intents
 */
public record EncoderScores(TypeScores type, IntentScores intent) {

    public EncoderScores {
        requireNonNull(type, "type");
        requireNonNull(intent, "intent");
    }
}
