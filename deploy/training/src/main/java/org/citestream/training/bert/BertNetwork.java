package org.citestream.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.EncoderInputs;
import org.citestream.classify.decide.encoder.EncoderTokens;
import org.citestream.training.data.Example;
import org.citestream.training.onnx.Tensor;

/**
 * The encoder in PyTorch (through DJL), for training and as the yardstick of the quantised file: BERT (Devlin et al.
 * 2019, post-norm, exact GELU), pooled three times, one matrix for both heads. Not safe for use by several threads.
 */
public final class BertNetwork implements AutoCloseable {

    private static final float EPSILON = 1e-12f;
    private static final int AT_ONCE = 8;
    private static final Shape NORMALISED = new Shape(BertWeights.WIDTH);
    private final NDManager manager;
    private final float[] words;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final float dropout;
    private final int layers;

    /**
     * @param manager owner of the parameters; closed with this
     * @param weights where to begin
     * @param dropout share of activations dropped in training, in [0, 1)
     */
    public BertNetwork(NDManager manager, BertWeights weights, float dropout) {
        this.manager = manager;
        this.dropout = dropout;
        layers = weights.layers();
        words = weights.get(BertWeights.WORDS).values();
        weights.tensors().forEach((name, tensor) -> {
            if (!name.equals(BertWeights.WORDS)) {
                parameters.put(name, array(isProduct(name) ? tensor.transposed() : tensor));
            }
        });
    }

    /** All parameters but the word vectors, by name. */
    Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The parameters as they stand now. */
    public BertWeights weights() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(
                BertWeights.WORDS, new Tensor(new long[] {words.length / BertWeights.WIDTH, BertWeights.WIDTH}, words));
        parameters.forEach((name, array) -> {
            Tensor tensor = new Tensor(array.getShape().getShape(), array.toFloatArray());
            tensors.put(name, isProduct(name) ? tensor.transposed() : tensor);
        });
        return new BertWeights(tensors);
    }

    /** Logits (batch × outputs). */
    public NDArray logits(NDManager scratch, Batch batch, boolean training) {
        long rows = batch.rows();
        long length = batch.length();
        NDArray types = scratch.create(batch.types(), new Shape(rows, length, 1));
        NDArray embedded = scratch.create(
                        batch.vectors(words, BertWeights.WIDTH), new Shape(rows, length, BertWeights.WIDTH))
                .add(part(scratch, "position", ":" + length))
                .add(part(scratch, "type", "0"))
                .add(types.mul(part(scratch, "type", "1").sub(part(scratch, "type", "0"))));
        NDArray state = drop(norm(embedded, "embedded"), training);
        NDArray hidden = scratch.create(batch.maskBias(), new Shape(rows, 1, 1, length));
        for (int layer = 0; layer < layers; layer++) {
            state = layer(layer + ".", state, hidden, rows, length, training);
        }
        NDArray pooled = scratch.create(batch.pool(), new Shape(rows, EncoderTokens.MEANS, length))
                .matMul(state);
        return linear(drop(pooled.reshape(rows, BertWeights.POOLED), training), "heads");
    }

    /** Logits of each example, without dropout, in their order. */
    public List<float[]> logits(EncoderInputs inputs, List<Example> examples) {
        List<EncoderTokens> tokens =
                examples.stream().map(example -> inputs.tokens(example.input())).toList();
        int[] byLength = IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparingInt(row -> tokens.get(row).length()))
                .mapToInt(Integer::intValue)
                .toArray();
        float[][] logits = new float[tokens.size()][];
        for (int from = 0; from < byLength.length; from += AT_ONCE) {
            int[] rows = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + AT_ONCE));
            try (NDManager scratch = manager.newSubManager()) {
                Batch batch = new Batch(IntStream.of(rows).mapToObj(tokens::get).toList());
                float[] values = logits(scratch, batch, false).toFloatArray();
                for (int i = 0; i < rows.length; i++) {
                    logits[rows[i]] =
                            Arrays.copyOfRange(values, i * BertWeights.OUTPUTS, (i + 1) * BertWeights.OUTPUTS);
                }
            }
        }
        return List.of(logits);
    }

    /** Some rows of a parameter, which go with the scratch. */
    private NDArray part(NDManager scratch, String name, String rows) {
        NDArray part = parameters.get(name).get(rows);
        part.attach(scratch);
        return part;
    }

    private NDArray layer(String n, NDArray state, NDArray hidden, long rows, long length, boolean training) {
        NDArray query = heads(linear(state, n + "query"), rows, length);
        NDArray key = heads(linear(state, n + "key"), rows, length);
        NDArray value = heads(linear(state, n + "value"), rows, length);
        double scale = 1 / Math.sqrt((double) BertWeights.WIDTH / BertWeights.ATTENTION_HEADS);
        NDArray weights = query.matMul(key.transpose(0, 1, 3, 2))
                .mul((float) scale)
                .add(hidden)
                .softmax(-1);
        NDArray attended =
                drop(weights, training).matMul(value).transpose(0, 2, 1, 3).reshape(rows, length, BertWeights.WIDTH);
        NDArray first = norm(state.add(drop(linear(attended, n + "attended"), training)), n + "first");
        NDArray inner = Activation.gelu(linear(first, n + "inner"));
        return norm(first.add(drop(linear(inner, n + "outer"), training)), n + "second");
    }

    private static NDArray heads(NDArray state, long rows, long length) {
        long heads = BertWeights.ATTENTION_HEADS;
        return state.reshape(rows, length, heads, BertWeights.WIDTH / heads).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray input, String name) {
        return Linear.linear(input, parameters.get(name + ".weight"), parameters.get(name + ".bias"))
                .singletonOrThrow();
    }

    private NDArray norm(NDArray input, String name) {
        return LayerNorm.layerNorm(
                        input, NORMALISED, parameters.get(name + ".gain"), parameters.get(name + ".shift"), EPSILON)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray input, boolean training) {
        return training && dropout > 0 ? Dropout.dropout(input, dropout, true).singletonOrThrow() : input;
    }

    private NDArray array(Tensor tensor) {
        return manager.create(tensor.values(), new Shape(tensor.shape()));
    }

    /** PyTorch keeps matrices as (outputs × inputs). */
    private static boolean isProduct(String name) {
        return name.endsWith(".weight");
    }

    @Override
    public void close() {
        manager.close();
    }
}
