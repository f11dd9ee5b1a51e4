package org.citestream.training.bert;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citestream.classify.decide.encoder.EncoderTokens;
import org.citestream.training.onnx.OnnxTensors;
import org.citestream.training.onnx.Tensor;

/**
 * The parameters of a small BERT with our heads, by name. Matrices stand as (inputs × outputs), as ONNX multiplies.
 * Names: {@code word}, {@code position}, {@code type}, {@code embedded.gain|shift}, per layer n
 * {@code n.query|key|value|attended|inner|outer} with {@code .weight} and {@code .bias}, {@code n.first|second.gain|shift},
 * and {@code heads.weight|bias}.
 */
public final class BertWeights {

    /** Width of MiniLM-L6. */
    public static final int WIDTH = 384;
    /** Attention heads of MiniLM-L6. */
    public static final int ATTENTION_HEADS = 12;

    private static final int PRETRAINED_LAYERS = 6;
    /** Three citation types, then three intents. */
    public static final int OUTPUTS = 6;
    /** The means that the heads read, side by side. */
    public static final int POOLED = EncoderTokens.MEANS * WIDTH;
    /** The word vectors stay as they are: 15k sentences cannot improve 30k words, only forget some. */
    public static final String WORDS = "word";

    private final Map<String, Tensor> tensors;

    /** Of tensors by name. */
    public BertWeights(Map<String, Tensor> tensors) {
        this.tensors = new LinkedHashMap<>(tensors);
    }

    /** The pretrained MiniLM-L6 as exported by sentence-transformers, with fresh heads. */
    public static BertWeights pretrained(OnnxTensors onnx, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WORDS, onnx.get("embeddings.word_embeddings.weight"));
        tensors.put("position", onnx.get("embeddings.position_embeddings.weight"));
        tensors.put("type", onnx.get("embeddings.token_type_embeddings.weight"));
        norm(tensors, "embedded", onnx, "embeddings");
        for (int layer = 0; layer < PRETRAINED_LAYERS; layer++) {
            String from = "encoder.layer." + layer + ".";
            String to = layer + ".";
            product(tensors, to + "query", onnx, from + "attention.self.query");
            product(tensors, to + "key", onnx, from + "attention.self.key");
            product(tensors, to + "value", onnx, from + "attention.self.value");
            product(tensors, to + "attended", onnx, from + "attention.output.dense");
            norm(tensors, to + "first", onnx, from + "attention.output");
            product(tensors, to + "inner", onnx, from + "intermediate.dense");
            product(tensors, to + "outer", onnx, from + "output.dense");
            norm(tensors, to + "second", onnx, from + "output");
        }
        Random random = new Random(seed);
        float[] heads = new float[POOLED * OUTPUTS];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = (float) (random.nextGaussian() * 0.02);
        }
        tensors.put("heads.weight", new Tensor(new long[] {POOLED, OUTPUTS}, heads));
        tensors.put("heads.bias", new Tensor(new long[] {OUTPUTS}, new float[OUTPUTS]));
        return new BertWeights(tensors);
    }

    /**
     * Some layers of an encoder that {@link BertOnnx} wrote, heads included: where a smaller one begins that is to learn from
     * it. Eight bits are near enough to begin with.
     *
     * @param layers numbers of the layers kept, counted from 0
     */
    public static BertWeights served(OnnxTensors onnx, List<Integer> layers) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WORDS, onnx.dequantised("words", "words.scale"));
        for (String whole : List.of("position", "type", "embedded.gain", "embedded.shift")) {
            tensors.put(whole, onnx.get(whole));
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            String from = layers.get(layer) + ".";
            String to = layer + ".";
            mixed(tensors, to, onnx, from);
            for (String product : List.of("attended", "inner", "outer")) {
                tensors.put(
                        to + product + ".weight",
                        onnx.dequantised(from + product + ".weight", from + product + ".scale"));
                tensors.put(to + product + ".bias", onnx.get(from + product + ".bias"));
            }
            for (String norm : List.of("first.gain", "first.shift", "second.gain", "second.shift")) {
                tensors.put(to + norm, onnx.get(from + norm));
            }
        }
        tensors.put("heads.weight", onnx.get("heads.weight"));
        tensors.put("heads.bias", onnx.get("heads.bias"));
        return new BertWeights(tensors);
    }

    /** Query, key and value stand side by side in the file. */
    private static void mixed(Map<String, Tensor> to, String name, OnnxTensors onnx, String from) {
        Tensor matrix = onnx.dequantised(from + "mixed.weight", from + "mixed.scale");
        float[] bias = onnx.get(from + "mixed.bias").values();
        List<String> parts = List.of("query", "key", "value");
        for (int part = 0; part < parts.size(); part++) {
            float[] values = new float[WIDTH * WIDTH];
            for (int row = 0; row < WIDTH; row++) {
                System.arraycopy(matrix.values(), (row * parts.size() + part) * WIDTH, values, row * WIDTH, WIDTH);
            }
            to.put(name + parts.get(part) + ".weight", new Tensor(new long[] {WIDTH, WIDTH}, values));
            to.put(
                    name + parts.get(part) + ".bias",
                    new Tensor(new long[] {WIDTH}, Arrays.copyOfRange(bias, part * WIDTH, (part + 1) * WIDTH)));
        }
    }

    /** How many layers these are. */
    public int layers() {
        int layers = 0;
        while (tensors.containsKey(layers + ".inner.weight")) {
            layers++;
        }
        return layers;
    }

    /** Writes all tensors, for {@link #load}: name, shape and values, one after the other. */
    public void save(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(tensors.size());
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                Tensor tensor = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeInt(tensor.shape().length);
                for (long axis : tensor.shape()) {
                    out.writeLong(axis);
                }
                for (float value : tensor.values()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    /** Reads what {@link #save} wrote. */
    public static BertWeights load(Path file) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                long[] shape = new long[in.readInt()];
                int size = 1;
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = in.readLong();
                    size = Math.multiplyExact(size, (int) shape[i]);
                }
                float[] values = new float[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.readFloat();
                }
                tensors.put(name, new Tensor(shape, values));
            }
        }
        return new BertWeights(tensors);
    }

    /** All tensors by name, in the order they were made. */
    public Map<String, Tensor> tensors() {
        return Map.copyOf(tensors);
    }

    /**
     * One tensor.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return tensor;
    }

    private static void norm(Map<String, Tensor> to, String name, OnnxTensors onnx, String from) {
        to.put(name + ".gain", onnx.get(from + ".LayerNorm.weight"));
        to.put(name + ".shift", onnx.get(from + ".LayerNorm.bias"));
    }

    private static void product(Map<String, Tensor> to, String name, OnnxTensors onnx, String from) {
        to.put(name + ".weight", onnx.get("/" + nodePath(from) + "/MatMul"));
        to.put(name + ".bias", onnx.get(from + ".bias"));
    }

    /** {@code encoder.layer.0.attention.self.query} is computed by the node {@code encoder/layer.0/attention/self/query}. */
    private static String nodePath(String name) {
        return name.replace('.', '/').replaceFirst("layer/", "layer.");
    }
}
