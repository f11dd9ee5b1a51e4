package org.citestream.training.bert;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.IdentityHashMap;
import java.util.List;
import org.citestream.classify.decide.encoder.EncoderFile;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.training.data.Example;

/**
 * The full outputs of a larger encoder for each example, from which a smaller one learns (Hinton et al. 2015, arXiv
 * 1503.02531). Computed once, before training, and kept in a file for resumed runs.
 */
public final class Teacher {

    private final IdentityHashMap<Example, float[]> said = new IdentityHashMap<>();

    private Teacher(List<Example> examples, List<float[]> logits) {
        for (int i = 0; i < examples.size(); i++) {
            said.put(examples.get(i), logits.get(i));
        }
    }

    /**
     * Of a finished encoder.
     *
     * @param examples always the same ones in the same order
     * @param kept where its answers are, or will be
     */
    public static Teacher of(Path encoder, List<Example> examples, Path kept) throws IOException {
        if (!Files.exists(kept)) {
            try (EncoderModel model = new EncoderModel(EncoderFile.read(encoder))) {
                write(
                        examples.parallelStream()
                                .map(one -> model.logits(one.input()))
                                .toList(),
                        kept);
            }
        }
        return new Teacher(examples, read(examples.size(), kept));
    }

    /** Its logits of an example: three of the types, three of the intents. */
    float[] logits(Example example) {
        return said.get(example);
    }

    private static void write(List<float[]> logits, Path kept) throws IOException {
        Path part = kept.resolveSibling(kept.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(part)))) {
            for (float[] row : logits) {
                for (float value : row) {
                    out.writeFloat(value);
                }
            }
        }
        Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<float[]> read(int rows, Path kept) throws IOException {
        long bytes = (long) rows * BertWeights.OUTPUTS * Float.BYTES;
        if (Files.size(kept) != bytes) {
            throw new IOException(kept + " has the answers to other examples; begin the course in an empty folder");
        }
        float[][] logits = new float[rows][BertWeights.OUTPUTS];
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(kept)))) {
            for (float[] row : logits) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readFloat();
                }
            }
        }
        return List.of(logits);
    }
}
