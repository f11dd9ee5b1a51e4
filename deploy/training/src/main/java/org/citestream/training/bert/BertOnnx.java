package org.citestream.training.bert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citestream.classify.decide.encoder.EncoderTokens;
import org.citestream.training.onnx.OnnxGraph;
import org.citestream.training.onnx.Quantised;
import org.citestream.training.onnx.Tensor;

/**
 * Writes the network as an ONNX file of fused operators of ONNX Runtime: matrices in eight bits with a scale a column,
 * activations quantised on the way, word vectors in eight bits with a scale a word, the rest in floats. One statement a
 * run: activations share one scale a run, so in a batch a statement's scores would depend on its neighbours. Behind its
 * attention the last layer computes the tokens alone that the heads read.
 */
public final class BertOnnx {

    private static final float EPSILON = 1e-12f;
    private static final long ONE = 1;
    private static final Map<String, Object> NONE = Map.of();
    private final BertWeights weights;
    private final int longest;
    private final OnnxGraph graph = new OnnxGraph();

    private BertOnnx(BertWeights weights, int longest) {
        this.weights = weights;
        this.longest = longest;
    }

    /**
     * Writes the file.
     *
     * @param longest most tokens of an input
     * @param properties what the file says of itself
     */
    public static void write(BertWeights weights, int longest, Path file, Map<String, String> properties)
            throws IOException {
        BertOnnx onnx = new BertOnnx(weights, longest);
        onnx.build();
        onnx.graph.write(file, properties);
    }

    private void build() {
        graph.input("ids", OnnxGraph.Type.INT64, ONE, "length");
        graph.input("types", OnnxGraph.Type.INT64, ONE, "length");
        graph.input("pool", OnnxGraph.Type.FLOAT, ONE, (long) EncoderTokens.MEANS, "length");
        String state = embedded();
        for (int layer = 0; layer < weights.layers() - 1; layer++) {
            state = forward(layer + ".", state, attention(layer + ".", state));
        }
        String last = weights.layers() - 1 + ".";
        String read = read();
        state = forward(last, rows(state, read, 1), rows(attention(last, state), read, 1));
        String pooled = standard("MatMul", rows("pool", read, 2), state);
        String flat = standard("Reshape", pooled, graph.int64s("pooled.shape", -1, BertWeights.POOLED));
        String heads = standard("Gemm", flat, floats("heads.weight"), floats("heads.bias"));
        graph.output(heads, OnnxGraph.Type.FLOAT, ONE, (long) BertWeights.OUTPUTS);
    }

    private String embedded() {
        Tensor table = weights.get(BertWeights.WORDS);
        Quantised words = Quantised.byRow(table, Quantised.STEPS_OF_TABLES);
        String bytes = graph.int8s("words", table.shape(), words.values());
        String scales = graph.floats("words.scale", new long[] {table.shape()[0], 1}, words.scales());
        String word = standard(
                "Mul",
                graph.node(OnnxGraph.STANDARD, "Cast", List.of(standard("Gather", bytes, "ids")), Map.of("to", 1L)),
                standard("Gather", scales, "ids"));
        String length = standard(
                "Slice",
                standard("Shape", "ids"),
                graph.int64s("one", 1),
                graph.int64s("two", 2),
                graph.int64s("zero", 0));
        String position = standard("Slice", positions(), "zero", length, "zero");
        String type = standard("Gather", floats("type"), "types");
        return sumNorm(standard("Add", word, position), type, "embedded");
    }

    private String positions() {
        float[] first = java.util.Arrays.copyOf(weights.get("position").values(), longest * BertWeights.WIDTH);
        return graph.floats("position", new long[] {longest, BertWeights.WIDTH}, first);
    }

    /** Which rows of the last layer the heads read: that of [CLS] and those of the citing sentence. */
    private String read() {
        String sentence = standard("Gather", standard("NonZero", "types"), "one");
        String flat = standard("Reshape", sentence, graph.int64s("flat", -1));
        return graph.node(OnnxGraph.STANDARD, "Concat", List.of("zero", flat), Map.of("axis", 0L));
    }

    private String rows(String of, String read, long axis) {
        return graph.node(OnnxGraph.STANDARD, "Gather", List.of(of, read), Map.of("axis", axis));
    }

    private String attention(String n, String state) {
        List<String> split = graph.node(
                OnnxGraph.STANDARD,
                "Split",
                List.of(product(state, n + "mixed", beside(n)), splitSizes(n)),
                Map.of("axis", -1L),
                3);
        return graph.node(
                OnnxGraph.FUSED, "MultiHeadAttention", split, Map.of("num_heads", (long) BertWeights.ATTENTION_HEADS));
    }

    /** What a layer does with each token by itself, behind the attention. */
    private String forward(String n, String state, String attention) {
        String first = sumNorm(state, product(attention, n + "attended", weight(n + "attended")), n + "first");
        String inner =
                graph.node(OnnxGraph.FUSED, "Gelu", List.of(product(first, n + "inner", weight(n + "inner"))), NONE);
        return sumNorm(first, product(inner, n + "outer", weight(n + "outer")), n + "second");
    }

    private String splitSizes(String n) {
        return graph.int64s(n + "sizes", BertWeights.WIDTH, BertWeights.WIDTH, BertWeights.WIDTH);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Product(Tensor matrix, float[] bias) {}

    private Product weight(String name) {
        return new Product(
                weights.get(name + ".weight"), weights.get(name + ".bias").values());
    }

    /** Query, key and value as one product, so that the state is quantised once. */
    private Product beside(String n) {
        int width = BertWeights.WIDTH;
        float[] matrix = new float[width * width * 3];
        float[] bias = new float[width * 3];
        List<String> parts = List.of(n + "query", n + "key", n + "value");
        for (int part = 0; part < 3; part++) {
            float[] values = weights.get(parts.get(part) + ".weight").values();
            for (int row = 0; row < width; row++) {
                System.arraycopy(values, row * width, matrix, row * width * 3 + part * width, width);
            }
            System.arraycopy(weights.get(parts.get(part) + ".bias").values(), 0, bias, part * width, width);
        }
        return new Product(new Tensor(new long[] {width, width * 3L}, matrix), bias);
    }

    private String product(String input, String name, Product product) {
        Quantised quantised = Quantised.byColumn(product.matrix(), Quantised.STEPS_OF_PRODUCTS);
        long columns = product.bias().length;
        return graph.node(
                OnnxGraph.FUSED,
                "DynamicQuantizeMatMul",
                List.of(
                        input,
                        graph.int8s(name + ".weight", product.matrix().shape(), quantised.values()),
                        graph.floats(name + ".scale", new long[] {columns}, quantised.scales()),
                        "",
                        graph.floats(name + ".bias", new long[] {columns}, product.bias())),
                NONE);
    }

    /** Fused, since the runtime's normalization by itself takes eight times as long as both. */
    private String sumNorm(String input, String added, String name) {
        return graph.node(
                OnnxGraph.FUSED,
                "SkipLayerNormalization",
                List.of(input, added, floats(name + ".gain"), floats(name + ".shift")),
                Map.of("epsilon", EPSILON));
    }

    private String floats(String name) {
        Tensor tensor = weights.get(name);
        return graph.floats(name, tensor.shape(), tensor.values());
    }

    private String standard(String operator, String... inputs) {
        return graph.node(OnnxGraph.STANDARD, operator, List.of(inputs), NONE);
    }
}
