package org.citestream.training.bert;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.citestream.classify.decide.encoder.EncoderInputs;
import org.citestream.classify.decide.encoder.EncoderTokens;
import org.citestream.training.data.Example;

/**
 * Fine-tunes the network: AdamW, linear warm-up and decay, gradients clipped by their norm, batches of like length in
 * random order. A heading is dropped now and then, so that statements without one are not foreign.
 */
public final class FineTuning {

    private static final int PIECE = 4;
    private static final int LOG_STEPS = 50;
    /** Longer gradients are scaled down to this (Pascanu et al. 2013): the full course diverged without. */
    private static final double LONGEST_GRADIENT = 1;

    private final BertNetwork network;
    private final EncoderInputs inputs;
    private final TrainingSettings settings;
    private final Random random;
    private final Consumer<String> log;
    private final AdamW decaying;
    private final AdamW plain;
    private final Map<String, NDArray> trained;
    private float rate;

    /** Of a network, how its inputs are made, and the settings. */
    public FineTuning(BertNetwork network, EncoderInputs inputs, TrainingSettings settings, Consumer<String> log) {
        this.network = network;
        this.inputs = inputs;
        this.settings = settings;
        this.log = log;
        random = new Random(settings.seed());
        trained = network.parameters(settings.frozenLayers());
        decaying = optimizer(settings.weightDecay());
        plain = optimizer(0);
    }

    /**
     * Trains over the examples.
     *
     * @param done epochs the network has behind it
     * @param afterEpoch gets the number of epochs then done
     */
    public void run(List<Example> examples, int done, Consumer<Integer> afterEpoch) {
        trained.values().forEach(parameter -> parameter.setRequiresGradient(true));
        for (int epoch = done; epoch < settings.epochs(); epoch++) {
            epoch(epoch, examples);
            afterEpoch.accept(epoch + 1);
        }
    }

    private void epoch(int epoch, List<Example> examples) {
        List<List<Example>> batches = batches(examples);
        long begun = System.nanoTime();
        double smoothed = 0;
        for (int step = 0; step < batches.size(); step++) {
            double loss = step(batches.get(step));
            rate = settings.rate(epoch + (step + 1f) / batches.size());
            if (!update()) {
                log.accept("epoch %d, step %d: no finite gradient, left out".formatted(epoch + 1, step + 1));
                continue;
            }
            smoothed = smoothed == 0 ? loss : 0.98 * smoothed + 0.02 * loss;
            if ((step + 1) % LOG_STEPS == 0) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                log.accept("epoch %d, step %d of %d, loss %.4f, %.1f examples/s"
                        .formatted(
                                epoch + 1,
                                step + 1,
                                batches.size(),
                                smoothed,
                                (step + 1) * settings.batchSize() / seconds));
            }
        }
    }

    /** Moves the parameters along their gradients; false, and nothing moved, where these are not finite. */
    private boolean update() {
        try (NDManager scratch = Engine.getInstance().newBaseManager()) {
            double squares = 0;
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            for (var parameter : trained.entrySet()) {
                NDArray gradient = parameter.getValue().getGradient();
                gradient.attach(scratch);
                NDArray square = gradient.square().sum();
                squares += square.getFloat();
                gradients.put(parameter.getKey(), gradient);
            }
            double norm = Math.sqrt(squares);
            if (!Double.isFinite(norm)) {
                // The collector clears a gradient by subtracting it from itself, which leaves NaN as it is.
                gradients.values().forEach(gradient -> gradient.set(new float[(int) gradient.size()]));
                return false;
            }
            float scale = (float) Math.min(1, LONGEST_GRADIENT / norm);
            gradients.forEach((name, gradient) ->
                    (name.endsWith("weight") ? decaying : plain).update(name, trained.get(name), gradient.muli(scale)));
            return true;
        }
    }

    private AdamW optimizer(float weightDecay) {
        Tracker current = update -> rate;
        return AdamW.builder()
                .optLearningRateTracker(current)
                .optWeightDecays(weightDecay)
                .build();
    }

    /**
     * One step over a batch, cut into pieces of like length, one after the other: two threads that go back through the
     * shared parameters at once are faster, but made NaN of gradients and ended in a broken heap (DJL 0.35).
     */
    private double step(List<Example> batch) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            gradients.zeroGradients();
            double loss = 0;
            for (int from = 0; from < batch.size(); from += PIECE) {
                List<Example> piece = batch.subList(from, Math.min(batch.size(), from + PIECE));
                Batch tokens = new Batch(piece.stream().map(this::tokens).toList());
                loss += backward(gradients, piece, tokens, batch.size());
            }
            return loss;
        }
    }

    private double backward(GradientCollector gradients, List<Example> piece, Batch batch, int rows) {
        try (NDManager scratch = Engine.getInstance().newBaseManager()) {
            NDArray loss = Loss.of(scratch, network.logits(scratch, batch, true), piece)
                    .div(rows);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private EncoderTokens tokens(Example example) {
        boolean drop = random.nextFloat() < settings.headingDropout();
        return inputs.tokens(drop ? example.input().withoutHeading() : example.input());
    }

    /** Shuffled, sorted by length within large chunks, cut into batches, and the batches shuffled again. */
    private List<List<Example>> batches(List<Example> examples) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, random);
        List<List<Example>> batches = new ArrayList<>();
        int chunk = settings.batchSize() * 50;
        for (int from = 0; from < shuffled.size(); from += chunk) {
            List<Example> piece = shuffled.subList(from, Math.min(shuffled.size(), from + chunk));
            piece.sort(Comparator.comparingInt(e -> inputs.tokens(e.input()).length()));
            for (int i = 0; i < piece.size(); i += settings.batchSize()) {
                batches.add(List.copyOf(piece.subList(i, Math.min(piece.size(), i + settings.batchSize()))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
