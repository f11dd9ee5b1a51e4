package org.citestream.training.bert;

/**
 * How the encoder is trained.
 *
 * @param batchSize examples a step
 * @param learningRate the highest, after warm-up
 * @param weightDecay of matrices; biases and norms have none
 * @param dropout share of activations dropped
 * @param headingDropout share of headings hidden
 * @param neighbourDropout share of statements whose neighbours are hidden
 * @param seed of everything random
 */
public record TrainingSettings(
        int batchSize,
        float learningRate,
        float weightDecay,
        float dropout,
        float headingDropout,
        float neighbourDropout,
        long seed) {

    /** Share of the course over which the rate climbs. */
    private static final float WARM_UP = 0.06f;

    /** What the shipped model was trained with. */
    public static TrainingSettings shipped() {
        return new TrainingSettings(16, 6e-5f, 0.01f, 0.1f, 0.1f, 0.12f, 7);
    }

    /** The learning rate when a share of the course is done: up in a line, then down in a line to 0. */
    float rate(float done) {
        return learningRate * Math.min(done / WARM_UP, (1 - done) / (1 - WARM_UP));
    }
}
