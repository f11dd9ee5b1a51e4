package org.citestream.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxGraphTest {

    @TempDir
    private Path folder;

    @Test
    void shouldComputeNearFloatsWhenProductIsQuantised() throws Exception {
        // Given
        Tensor matrix = new Tensor(new long[] {2, 3}, new float[] {1, -20, 0.5f, 0.25f, 10, -1});
        Quantised quantised = Quantised.byColumn(matrix, Quantised.STEPS_OF_PRODUCTS);
        OnnxGraph graph = new OnnxGraph();
        graph.input("x", OnnxGraph.Type.FLOAT, 1L, 2L);
        String product = graph.node(
                OnnxGraph.FUSED,
                "DynamicQuantizeMatMul",
                List.of(
                        "x",
                        graph.int8s("w", matrix.shape(), quantised.values()),
                        graph.floats("s", new long[] {3}, quantised.scales()),
                        "",
                        graph.floats("b", new long[] {3}, new float[] {0, 0, 100})),
                Map.of());
        graph.output(product, OnnxGraph.Type.FLOAT, 1L, 3L);
        Path file = folder.resolve("product.onnx");

        // When
        graph.write(file, Map.of("name", "a product"));

        // Then
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor x =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {2, 4}), new long[] {1, 2});
                OrtSession.Result result = session.run(Map.of("x", x))) {
            float[] row = ((float[][]) result.get(0).getValue())[0];
            assertThat(row[0]).isCloseTo(3, within(0.05f));
            assertThat(row[1]).isCloseTo(0, within(0.6f));
            assertThat(row[2]).isCloseTo(97, within(0.05f));
            assertThat(session.getMetadata().getCustomMetadata()).containsEntry("name", "a product");
        }
    }

    @Test
    void shouldFindWeightByNameOfItsNodeWhenReadBack() throws Exception {
        // Given
        OnnxGraph graph = new OnnxGraph();
        graph.node(
                OnnxGraph.STANDARD,
                "MatMul",
                List.of("x", graph.floats("onnx::1", new long[] {1, 2}, new float[] {7, 8})),
                Map.of());
        Path file = folder.resolve("named.onnx");
        graph.write(file, Map.of());

        // When
        OnnxTensors tensors = OnnxTensors.of(Files.readAllBytes(file));

        // Then
        assertThat(tensors.get("MatMul_0").values()).containsExactly(7, 8);
        assertThat(tensors.get("onnx::1").shape()).containsExactly(1, 2);
        assertThat(tensors.get("onnx::1").transposed().shape()).containsExactly(2, 1);
    }
}
