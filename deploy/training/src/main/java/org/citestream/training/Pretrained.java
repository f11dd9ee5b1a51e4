package org.citestream.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.citestream.training.onnx.OnnxTensors;

/** The pretrained all-MiniLM-L6-v2 (Apache License 2.0) as it lies in a jar on the classpath. */
final class Pretrained {

    private Pretrained() {}

    static OnnxTensors tensors() throws IOException {
        try (InputStream in = open("/all-minilm-l6-v2.onnx")) {
            return OnnxTensors.of(in.readAllBytes());
        }
    }

    /** The pieces of its vocabulary in the order of their ids. */
    static List<String> vocabulary() throws IOException {
        try (InputStream in = open("/all-minilm-l6-v2-tokenizer.json")) {
            JsonNode pieces = new ObjectMapper().readTree(in).path("model").path("vocab");
            String[] vocabulary = new String[pieces.size()];
            pieces.properties().forEach(piece -> vocabulary[piece.getValue().asInt()] = piece.getKey());
            return Arrays.asList(vocabulary);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Pretrained.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(
                    "the pretrained weights are not on the classpath; build with -Pencoder-training to fetch them");
        }
        return in;
    }
}
