package org.citestream.classify.decide.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.TypeScores;

/**
 * The fine-tuned transformer. A run takes one statement on the thread that calls, so that a statement's scores never
 * depend on those beside it and nothing is padded; several threads may run at once on the same weights. Close to free
 * the native memory.
 */
public final class EncoderModel implements EncoderScorer, AutoCloseable {

    private static final int CLASSES = 3;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final EncoderInputs inputs;
    private final ModelName name;
    private final VectorScaling types;
    private final VectorScaling intents;
    private final LastAnswer last = new LastAnswer();

    /**
     * Loads a model; its vocabulary and calibration stand in the file.
     *
     * @throws EncoderException if the library cannot be loaded or the file is not such a model
     */
    public EncoderModel(EncoderFile file) {
        try {
            environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                session = environment.createSession(file.bytes(), options);
            }
            Map<String, String> properties = session.getMetadata().getCustomMetadata();
            WordPiece words = new WordPiece(
                    Arrays.asList(property(properties, "vocabulary").split("\n")));
            inputs = new EncoderInputs(words, Integer.parseInt(property(properties, "longest")));
            types = VectorScaling.parse(property(properties, "calibration.type"));
            intents = VectorScaling.parse(property(properties, "calibration.intent"));
            name = new ModelName(property(properties, "name"), property(properties, "version"), file.checksum());
        } catch (OrtException | IllegalArgumentException | LinkageError e) {
            throw new EncoderException("the encoder cannot be loaded: " + e.getMessage(), e);
        }
    }

    private EncoderModel(EncoderModel shared, VectorScaling types) {
        environment = shared.environment;
        session = shared.session;
        inputs = shared.inputs;
        name = shared.name;
        intents = shared.intents;
        this.types = types;
    }

    /** The same model for a place where the types are mixed otherwise than in the traffic; closing either closes both. */
    public EncoderModel forMix(TypeScores mix) {
        return new EncoderModel(this, types.reweighted(TypeScores.TRAFFIC.array(), mix.array()));
    }

    private static String property(Map<String, String> properties, String key) {
        String value = properties.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the file has no property " + key);
        }
        return value;
    }

    @Override
    public Optional<ModelName> model() {
        return Optional.of(name);
    }

    /**
     * Calibrated scores of one statement, at the mix of types in the traffic; the same statement always has the same.
     *
     * @throws EncoderException if the runtime fails
     */
    @Override
    public EncoderScores scores(EncoderInput statement) {
        return last.of(inputs.tokens(statement), this::calibrated);
    }

    private EncoderScores calibrated(EncoderTokens tokens) {
        float[] logits = logits(tokens);
        double[] type = types.apply(logits, 0);
        double[] intent = intents.apply(logits, CLASSES);
        return new EncoderScores(
                TypeScores.softmax(type[0], type[1], type[2]), IntentScores.softmax(intent[0], intent[1], intent[2]));
    }

    /**
     * Raw outputs: three of the types, three of the intents; for calibration.
     *
     * @throws EncoderException if the runtime fails
     */
    public float[] logits(EncoderInput statement) {
        return logits(inputs.tokens(statement));
    }

    private float[] logits(EncoderTokens tokens) {
        int length = tokens.length();
        long[] shape = {1, length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.longIds()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.longTypes()), shape);
                OnnxTensor pool = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(tokens.pool()), new long[] {1, EncoderTokens.MEANS, length});
                OrtSession.Result result = session.run(Map.of("ids", ids, "types", types, "pool", pool))) {
            return ((float[][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new EncoderException("the encoder failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EncoderException("the encoder did not close: " + e.getMessage(), e);
        }
    }
}
