package org.citestream.training.data;

import java.util.Set;
import org.citestream.classify.decide.encoder.EncoderInput;

/**
 * One labelled citation as training sees it. A label may be partial: a set of types of which one is right.
 *
 * @param input what the encoder reads
 * @param source which data set
 * @param stratum how the row was chosen for its set, or empty
 * @param group rows of one group go to the same side of a split
 * @param stance allowed types (0 supporting, 1 mentioning, 2 contrasting); empty: says nothing
 * @param stanceWeight of the stance in the loss
 * @param intent allowed intents (0 background, 1 method, 2 result); empty: says nothing
 * @param intentWeight of the intent in the loss
 * @param development held out from training
 */
public record Example(
        EncoderInput input,
        String source,
        String stratum,
        String group,
        Set<Integer> stance,
        float stanceWeight,
        Set<Integer> intent,
        float intentWeight,
        boolean development) {

    /** The set read in context by the project's guidelines. */
    public static final String GOLD = "gold";

    /** What the intent counts in the loss beside the type. */
    public static final float INTENT_BESIDE_TYPE = 0.4f;

    public Example {
        stance = Set.copyOf(stance);
        intent = Set.copyOf(intent);
    }

    /** Whether the label was read in context by the project's guidelines. */
    public boolean gold() {
        return source.equals(GOLD);
    }

    /** Whether the row was drawn from the traffic at random. */
    public boolean random() {
        return stratum.equals("random");
    }

    /** Whether the label is by the project's definition, fit to calibrate and to measure with. */
    public boolean definite() {
        return gold() || source.equals("clinical") || source.equals("scicite");
    }
}
