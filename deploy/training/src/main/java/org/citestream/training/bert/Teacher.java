package org.citestream.training.bert;

import java.util.IdentityHashMap;
import java.util.Map;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.training.data.Example;

/**
 * A larger encoder whose scores a smaller one learns to give (Hinton et al. 2015, arXiv 1503.02531). It reads each example
 * whole, once. Not safe for use by several threads.
 */
public final class Teacher {

    private final EncoderModel model;
    private final Map<Example, float[]> said = new IdentityHashMap<>();

    /** Of a finished encoder; who opened it closes it. */
    public Teacher(EncoderModel model) {
        this.model = model;
    }

    /** Its logits of an example: three of the types, three of the intents. */
    float[] logits(Example example) {
        return said.computeIfAbsent(example, one -> model.logits(one.input()));
    }
}
