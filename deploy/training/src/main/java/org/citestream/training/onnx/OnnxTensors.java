package org.citestream.training.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The float tensors stored in an ONNX file, by name. A weight of a matrix product often has a number for its name;
 * it is also found under the name of the node that uses it, such as
 * {@code /encoder/layer.0/attention/self/query/MatMul}.
 */
public final class OnnxTensors {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int FLOAT = 1;
    private static final int INT8 = 3;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, Tensor> steps = new HashMap<>();

    private OnnxTensors() {}

    /** Reads the bytes of a file. */
    public static OnnxTensors of(byte[] file) {
        ProtoReader model = new ProtoReader(ByteBuffer.wrap(file));
        OnnxTensors found = new OnnxTensors();
        while (model.next()) {
            if (model.field() == MODEL_GRAPH) {
                found.graph(model.bytes());
            } else {
                model.skip();
            }
        }
        return found;
    }

    /**
     * A tensor by its own name or by that of the node it feeds.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the ONNX file has no tensor " + name);
        }
        return tensor;
    }

    /**
     * A matrix that was stored in eight bits, as {@link Quantised} makes them.
     *
     * @param scale name of what one step is worth: one a column, or one a row where it has a second axis
     * @throws IllegalArgumentException if one of both is missing
     */
    public Tensor dequantised(String name, String scale) {
        Tensor matrix = steps.get(name);
        if (matrix == null) {
            throw new IllegalArgumentException("the ONNX file has no matrix of bytes " + name);
        }
        Tensor scales = get(scale);
        boolean byRow = scales.shape().length > 1;
        int columns = (int) matrix.shape()[1];
        float[] values = new float[matrix.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.values()[i] * scales.values()[byRow ? i / columns : i % columns];
        }
        return new Tensor(matrix.shape(), values);
    }

    private void graph(ByteBuffer bytes) {
        ProtoReader graph = new ProtoReader(bytes);
        Map<String, List<String>> nodes = new HashMap<>();
        while (graph.next()) {
            if (graph.field() == GRAPH_INITIALIZER) {
                tensor(graph.bytes());
            } else if (graph.field() == GRAPH_NODE) {
                node(graph.bytes(), nodes);
            } else {
                graph.skip();
            }
        }
        nodes.forEach((node, inputs) -> inputs.stream()
                .filter(tensors::containsKey)
                .findFirst()
                .ifPresent(input -> tensors.put(node, tensors.get(input))));
    }

    private static void node(ByteBuffer bytes, Map<String, List<String>> nodes) {
        ProtoReader node = new ProtoReader(bytes);
        List<String> inputs = new ArrayList<>();
        String name = "";
        while (node.next()) {
            switch (node.field()) {
                case 1 -> inputs.add(string(node.bytes()));
                case 3 -> name = string(node.bytes());
                default -> node.skip();
            }
        }
        nodes.put(name, inputs);
    }

    private void tensor(ByteBuffer bytes) {
        ProtoReader tensor = new ProtoReader(bytes);
        List<Long> dimensions = new ArrayList<>();
        String name = "";
        long type = 0;
        ByteBuffer raw = ByteBuffer.allocate(0);
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> dimensions(tensor, dimensions);
                case 2 -> type = tensor.varint();
                case 8 -> name = string(tensor.bytes());
                case 9 -> raw = tensor.bytes();
                default -> tensor.skip();
            }
        }
        long[] shape = dimensions.stream().mapToLong(Long::longValue).toArray();
        if (type == FLOAT) {
            float[] values = new float[raw.remaining() / Float.BYTES];
            raw.asFloatBuffer().get(values);
            tensors.put(name, new Tensor(shape, values));
        } else if (type == INT8) {
            float[] values = new float[raw.remaining()];
            for (int i = 0; i < values.length; i++) {
                values[i] = raw.get(i);
            }
            steps.put(name, new Tensor(shape, values));
        }
    }

    private static void dimensions(ProtoReader tensor, List<Long> dimensions) {
        if (!tensor.isBytes()) {
            dimensions.add(tensor.varint());
            return;
        }
        ByteBuffer packed = tensor.bytes();
        ProtoReader values = new ProtoReader(packed);
        while (values.hasRemaining()) {
            dimensions.add(values.varint());
        }
    }

    private static String string(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
