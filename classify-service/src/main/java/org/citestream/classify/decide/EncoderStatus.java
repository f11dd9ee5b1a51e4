package org.citestream.classify.decide;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whether a classifier has an encoder behind it.
 *
 * @param state on, off or missing
 * @param share of ordinary traffic, the least confident, about which the encoder is asked, in [0, 1]
 * @param model which encoder; absent unless it is on
 */
public record EncoderStatus(EncoderState state, double share, Optional<ModelName> model) {

    /** No encoder is wanted. */
    public static final EncoderStatus OFF = new EncoderStatus(EncoderState.OFF, 0, Optional.empty());

    /** What became of the encoder that configuration asks for, or does not. */
    public enum EncoderState implements Worded {
        ON,
        OFF,
        /** Wanted, but its library or file is not there. */
        MISSING
    }

    public EncoderStatus {
        requireNonNull(state, "state");
        requireNonNull(model, "model");
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], was " + share);
        }
    }
}
