package org.citestream.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citestream.training.onnx.OnnxTensors;
import org.citestream.training.onnx.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedWeightsTest {

    private static final int LONGEST = 64;
    /** Half a step of the coarsest matrix: values lie in [-0.5, 0.5], in 64 steps. */
    private static final float STEP = 0.5f / 64 / 2 + 1e-6f;

    @TempDir
    Path folder;

    @Test
    void shouldBeginAsTheLayersThatAreKeptWhenAFileIsRead() throws IOException {
        // Given
        BertWeights written = random(4);
        Path file = folder.resolve("encoder.onnx");
        BertOnnx.write(written, LONGEST, file, Map.of());

        // When
        BertWeights read = BertWeights.served(OnnxTensors.of(Files.readAllBytes(file)), List.of(0, 3));

        // Then
        assertThat(read.layers()).isEqualTo(2);
        assertNear(read, "word", written, "word");
        assertNear(read, "heads.weight", written, "heads.weight");
        assertNear(read, "0.key.weight", written, "0.key.weight");
        for (String part : List.of("query.weight", "key.bias", "value.weight", "inner.weight", "second.gain")) {
            assertNear(read, "1." + part, written, "3." + part);
        }
    }

    private static void assertNear(BertWeights read, String name, BertWeights written, String was) {
        assertThat(read.get(name).shape()).isEqualTo(written.get(was).shape());
        float[] values = read.get(name).values();
        float[] original = written.get(was).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("%s, value %d", name, i).isCloseTo(original[i], within(STEP));
        }
    }

    private static BertWeights random(int layers) {
        int width = BertWeights.WIDTH;
        Random random = new Random(3);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("word", tensor(random, 20, width));
        tensors.put("position", tensor(random, LONGEST, width));
        tensors.put("type", tensor(random, 2, width));
        norm(tensors, random, "embedded");
        for (int layer = 0; layer < layers; layer++) {
            for (String product : List.of("query", "key", "value", "attended")) {
                product(tensors, random, layer + "." + product, width, width);
            }
            product(tensors, random, layer + ".inner", width, 4 * width);
            product(tensors, random, layer + ".outer", 4 * width, width);
            norm(tensors, random, layer + ".first");
            norm(tensors, random, layer + ".second");
        }
        product(tensors, random, "heads", BertWeights.POOLED, BertWeights.OUTPUTS);
        return new BertWeights(tensors);
    }

    private static void product(Map<String, Tensor> tensors, Random random, String name, int inputs, int outputs) {
        tensors.put(name + ".weight", tensor(random, inputs, outputs));
        tensors.put(name + ".bias", tensor(random, outputs));
    }

    private static void norm(Map<String, Tensor> tensors, Random random, String name) {
        tensors.put(name + ".gain", tensor(random, BertWeights.WIDTH));
        tensors.put(name + ".shift", tensor(random, BertWeights.WIDTH));
    }

    private static Tensor tensor(Random random, long... shape) {
        int size = 1;
        for (long axis : shape) {
            size *= (int) axis;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return new Tensor(shape, values);
    }
}
