package org.citestream.training.bert;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.decide.encoder.EncoderInputs;
import org.citestream.classify.decide.encoder.EncoderTokens;
import org.citestream.training.data.Curriculum;
import org.citestream.training.data.Example;

/**
 * Fine-tunes the network: AdamW, linear warm-up and decay, gradients clipped by their norm, batches of like length in
 * random order. Headings and neighbours are hidden now and then, so that statements without them are not foreign.
 */
public final class FineTuning {

    private static final int SAVED_STEPS = 200;
    /** Steps over which the rate climbs again after a stop. */
    private static final int RESUMED_STEPS = 50;
    /** Longer gradients are scaled down to this (Pascanu et al. 2013): the full course diverged without. */
    private static final double LONGEST_GRADIENT = 1;

    private final BertNetwork network;
    private final EncoderInputs inputs;
    private final TrainingSettings settings;
    private final Random random;
    private final Checkpoint checkpoint;
    private final Optional<Teacher> teacher;
    private final Consumer<String> log;
    private final AdamW decaying;
    private final AdamW plain;
    private final Map<String, NDArray> trained;
    private float rate;

    /** Of a network, how its inputs are made, the settings, where it is kept and whose scores it learns beside the labels. */
    public FineTuning(
            BertNetwork network,
            EncoderInputs inputs,
            TrainingSettings settings,
            Checkpoint checkpoint,
            Optional<Teacher> teacher,
            Consumer<String> log) {
        this.network = network;
        this.inputs = inputs;
        this.settings = settings;
        this.checkpoint = checkpoint;
        this.teacher = teacher;
        this.log = log;
        random = new Random(settings.seed());
        trained = network.parameters();
        decaying = optimizer(settings.weightDecay());
        plain = optimizer(0);
    }

    /**
     * Trains, from where the checkpoint stands to the end; saves every {@value #SAVED_STEPS} steps, and the best epoch.
     *
     * @param score of the network as it is, on development rows; the higher the better
     */
    public void run(Curriculum curriculum, DoubleSupplier score) throws IOException {
        List<List<List<Example>>> course = IntStream.range(0, curriculum.epochs())
                .mapToObj(epoch -> batches(curriculum.epoch(epoch), new Random(settings.seed() + epoch)))
                .toList();
        int total = course.stream().mapToInt(List::size).sum();
        Checkpoint.TrainingState standing = checkpoint.standing();
        int resumed = standing.steps();
        trained.values().forEach(parameter -> parameter.setRequiresGradient(true));
        Progress progress = new Progress(total, resumed, log);
        int step = 0;
        for (int epoch = 0; epoch < course.size(); epoch++) {
            for (List<Example> batch : course.get(epoch)) {
                step++;
                if (step <= resumed) {
                    continue;
                }
                double loss = step(batch);
                rate = settings.rate((float) step / total)
                        * (resumed == 0 ? 1 : Math.min(1, (float) (step - resumed) / RESUMED_STEPS));
                if (!update()) {
                    log.accept("step %d: no finite gradient, left out".formatted(step));
                }
                progress.step(step, loss, batch.size());
                if (step % SAVED_STEPS == 0) {
                    checkpoint.save(network.weights(), new Checkpoint.TrainingState(step, standing.best()));
                }
            }
            if (step > resumed) {
                standing = scored(epoch, step, standing, score.getAsDouble());
            }
        }
    }

    private Checkpoint.TrainingState scored(int epoch, int step, Checkpoint.TrainingState before, double score)
            throws IOException {
        log.accept("epoch %d: %.4f on development rows".formatted(epoch + 1, score));
        if (score > before.best()) {
            checkpoint.saveBest(network.weights());
        }
        Checkpoint.TrainingState now = new Checkpoint.TrainingState(step, Math.max(score, before.best()));
        checkpoint.save(network.weights(), now);
        return now;
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
     * The loss of a batch; leaves its gradients at the parameters, which every update clears. The collector's own way to
     * clear them makes new handles of all gradients at every step and never closes them (DJL 0.35): 15 MB a step.
     */
    private double step(List<Example> batch) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector();
                NDManager scratch = Engine.getInstance().newBaseManager()) {
            Batch tokens = new Batch(batch.stream().map(this::tokens).toList());
            NDArray loss =
                    loss(scratch, network.logits(scratch, tokens, true), batch).div(batch.size());
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private NDArray loss(NDManager scratch, NDArray logits, List<Example> batch) {
        return teacher.map(one -> Loss.of(
                        scratch, logits, batch, batch.stream().map(one::logits).toList()))
                .orElseGet(() -> Loss.of(scratch, logits, batch));
    }

    private EncoderTokens tokens(Example example) {
        EncoderInput input = example.input();
        if (random.nextFloat() < settings.headingDropout()) {
            input = input.withoutHeading();
        }
        if (random.nextFloat() < settings.neighbourDropout()) {
            input = input.withoutNeighbours();
        }
        return inputs.tokens(input);
    }

    /** Shuffled, sorted by length within large chunks, cut into batches, and the batches shuffled again. */
    private List<List<Example>> batches(List<Example> examples, Random order) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, order);
        List<List<Example>> batches = new ArrayList<>();
        int chunk = settings.batchSize() * 50;
        for (int from = 0; from < shuffled.size(); from += chunk) {
            List<Example> piece = shuffled.subList(from, Math.min(shuffled.size(), from + chunk));
            IdentityHashMap<Example, Integer> lengths = new IdentityHashMap<>();
            piece.forEach(example ->
                    lengths.put(example, inputs.tokens(example.input()).length()));
            piece.sort(Comparator.comparingInt(lengths::get));
            for (int i = 0; i < piece.size(); i += settings.batchSize()) {
                batches.add(List.copyOf(piece.subList(i, Math.min(piece.size(), i + settings.batchSize()))));
            }
        }
        Collections.shuffle(batches, order);
        return batches;
    }
}
