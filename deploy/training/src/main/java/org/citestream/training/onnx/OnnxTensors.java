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
    private final Map<String, Tensor> tensors = new HashMap<>();

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
        if (type == FLOAT) {
            float[] values = new float[raw.remaining() / Float.BYTES];
            raw.asFloatBuffer().get(values);
            tensors.put(
                    name,
                    new Tensor(dimensions.stream().mapToLong(Long::longValue).toArray(), values));
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
