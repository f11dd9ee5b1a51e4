package org.citestream.training.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Builds an ONNX file node by node (field numbers: onnx.proto3). Not safe for use by several threads.
 */
public final class OnnxGraph {

    /** ONNX Runtime's own operators: fused and quantised ones. */
    public static final String FUSED = "com.microsoft";
    /** The operators of the ONNX standard. */
    public static final String STANDARD = "";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private final ProtoWriter graph = new ProtoWriter().text(2, "encoder");
    private int results;

    /** Element types of ONNX. */
    public enum Type {
        FLOAT(1),
        INT8(3),
        INT32(6),
        INT64(7);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    /**
     * Adds a node.
     *
     * @param inputs names; an empty one leaves an optional input out
     * @param attributes Long, Float or List of Long
     * @return the name of its first result
     */
    public String node(String domain, String operator, List<String> inputs, Map<String, Object> attributes) {
        return node(domain, operator, inputs, attributes, 1).get(0);
    }

    /** Adds a node with several results. */
    public List<String> node(
            String domain, String operator, List<String> inputs, Map<String, Object> attributes, int outputs) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(input -> node.text(1, input));
        List<String> names = java.util.stream.IntStream.range(0, outputs)
                .mapToObj(i -> operator + "_" + results++)
                .toList();
        names.forEach(name -> node.text(2, name));
        node.text(3, names.get(0)).text(4, operator).text(7, domain);
        attributes.forEach((name, value) -> node.message(5, attribute(name, value)));
        graph.message(1, node);
        return names;
    }

    private static ProtoWriter attribute(String name, Object value) {
        ProtoWriter attribute = new ProtoWriter().text(1, name);
        if (value instanceof Float real) {
            return attribute.real(2, real).number(20, 1);
        }
        if (value instanceof Long number) {
            return attribute.number(3, number).number(20, 2);
        }
        if (value instanceof List<?> numbers) {
            numbers.forEach(number -> attribute.number(8, (Long) number));
            return attribute.number(20, 7);
        }
        throw new IllegalArgumentException("attribute " + name + " is a " + value.getClass());
    }

    /** Adds stored floats and returns their name. */
    public String floats(String name, long[] shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return stored(name, Type.FLOAT, shape, bytes.array());
    }

    /** Adds stored bytes and returns their name. */
    public String int8s(String name, long[] shape, byte[] values) {
        return stored(name, Type.INT8, shape, values);
    }

    /** Adds stored whole numbers and returns their name. */
    public String int64s(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return stored(name, Type.INT64, new long[] {values.length}, bytes.array());
    }

    private String stored(String name, Type type, long[] shape, byte[] raw) {
        ProtoWriter tensor = new ProtoWriter();
        for (long axis : shape) {
            tensor.number(1, axis);
        }
        graph.message(5, tensor.number(2, type.code).text(8, name).bytes(9, raw));
        return name;
    }

    /** Declares an input; an axis is a number or a name. */
    public void input(String name, Type type, Object... shape) {
        graph.message(11, value(name, type, shape));
    }

    /** Declares an output. */
    public void output(String name, Type type, Object... shape) {
        graph.message(12, value(name, type, shape));
    }

    private static ProtoWriter value(String name, Type type, Object... shape) {
        ProtoWriter axes = new ProtoWriter();
        for (Object axis : shape) {
            ProtoWriter one = new ProtoWriter();
            axes.message(1, axis instanceof Long number ? one.number(1, number) : one.text(2, axis.toString()));
        }
        ProtoWriter tensor = new ProtoWriter().number(1, type.code).message(2, axes);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    /** Writes the file, with properties that say what it is. */
    public void write(Path file, Map<String, String> properties) throws IOException {
        ProtoWriter model =
                new ProtoWriter().number(1, IR_VERSION).text(2, "citestream").message(7, graph);
        model.message(8, new ProtoWriter().text(1, STANDARD).number(2, OPSET));
        model.message(8, new ProtoWriter().text(1, FUSED).number(2, 1));
        // Sorted: the same model is the same bytes.
        new java.util.TreeMap<>(properties)
                .forEach((key, value) ->
                        model.message(14, new ProtoWriter().text(1, key).text(2, value)));
        Files.write(file, model.toBytes());
    }
}
