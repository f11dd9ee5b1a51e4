package org.citestream.training.data;

import java.util.Set;
import org.citestream.classify.decide.encoder.EncoderInput;

/**
 * One labelled citation as training sees it. A label may be partial: a set of types of which one is right.
 *
 * @param input what the encoder reads
 * @param source which data set
 * @param group rows of one group go to the same side of a split
 * @param stance allowed types (0 supporting, 1 mentioning, 2 contrasting); empty: says nothing
 * @param stanceWeight of the stance in the loss
 * @param intent allowed intents (0 background, 1 method, 2 result); empty: says nothing
 * @param intentWeight of the intent in the loss: how sure its annotators were
 * @param brief read in a brief course too: the rare and the certain
 * @param development held out from training
 */
public record Example(
        EncoderInput input,
        String source,
        String group,
        Set<Integer> stance,
        float stanceWeight,
        Set<Integer> intent,
        float intentWeight,
        boolean brief,
        boolean development) {

    public Example {
        stance = Set.copyOf(stance);
        intent = Set.copyOf(intent);
    }

    /** The same with a certain intent. */
    Example withIntent(int certain, float weight) {
        return new Example(input, source, group, stance, stanceWeight, Set.of(certain), weight, brief, development);
    }

    /** Whether the label is by the project's definition, fit to calibrate and to measure with. */
    public boolean definite() {
        return source.equals("clinical") || source.equals("scicite");
    }
}
