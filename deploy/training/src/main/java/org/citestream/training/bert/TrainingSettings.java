package org.citestream.training.bert;

/**
 * How the encoder is trained.
 *
 * @param epochs passes over the data
 * @param batchSize examples a step
 * @param learningRate the highest, after warm-up
 * @param weightDecay of matrices; biases and norms have none
 * @param dropout share of activations dropped
 * @param headingDropout share of headings hidden
 * @param frozenLayers lowest layers left as they were pretrained; above 0 the embedding too
 * @param seed of everything random
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        float learningRate,
        float weightDecay,
        float dropout,
        float headingDropout,
        int frozenLayers,
        long seed) {

    /** Share of all epochs over which the rate climbs. */
    private static final float WARM_UP = 0.08f;

    /** The learning rate after so many epochs, parts of one included: up in a line, then down in a line to 0. */
    public float rate(float epochsDone) {
        float progress = epochsDone / epochs;
        return learningRate * Math.min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP));
    }

    /** What the shipped model was trained with: half an hour on two busy cores. */
    public static TrainingSettings brief() {
        return new TrainingSettings(1, 16, 1e-4f, 0.01f, 0.1f, 0.2f, 2, 7);
    }

    /** All rows, twice, all layers: half an hour on two free cores. */
    public static TrainingSettings full() {
        return new TrainingSettings(2, 16, 8e-5f, 0.01f, 0.1f, 0.2f, 0, 7);
    }
}
