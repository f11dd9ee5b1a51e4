package org.citestream.classify.decide.linear;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.TypeScores;

/**
 * The trained weights in one file, little-endian: the mark {@code CSL1}, the version's length and UTF-8 bytes, the number
 * of buckets, for each task three classes' scales, biases, and the calibration's nine slopes and three offsets as floats,
 * the prior's three logarithms for the types, zeros up to a multiple of 64 bytes, then for every bucket six signed 16-bit
 * numbers, types first. A weight is its number times its class's scale.
 */
public final class ModelFile {

    static final int MAGIC = 0x314C5343;
    /** Columns of a bucket: three types, three intents. */
    public static final int COLUMNS = 6;

    private static final int CLASSES = 3;
    private static final String NAME = "linear";

    private final ModelName name;
    private final short[] weights;
    private final float[] scales;
    private final float[] biases;
    private final MatrixScaling stance;
    private final MatrixScaling intent;

    private ModelFile(
            ModelName name,
            short[] weights,
            float[] scales,
            float[] biases,
            MatrixScaling stance,
            MatrixScaling intent) {
        this.name = name;
        this.weights = weights;
        this.scales = scales;
        this.biases = biases;
        this.stance = stance;
        this.intent = intent;
    }

    /** Reads a file. */
    public static ModelFile map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is no model file, or one cut short
     */
    public static ModelFile of(ByteBuffer bytes) throws IOException {
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 64 || in.getInt() != MAGIC) {
            throw new IOException("not a Citestream model file");
        }
        byte[] version = new byte[in.getInt()];
        in.get(version);
        int buckets = in.getInt();
        if (buckets != Features.BUCKETS) {
            throw new IOException("the model has " + buckets + " buckets, this service reads " + Features.BUCKETS);
        }
        float[] scales = floats(in, COLUMNS);
        float[] biases = floats(in, COLUMNS);
        var stance = MatrixScaling.of(floats(in, MatrixScaling.SIZE));
        var intent = MatrixScaling.of(floats(in, MatrixScaling.SIZE));
        in.position(aligned(in.position()));
        if (in.remaining() != 2 * buckets * COLUMNS) {
            throw new IOException("the model file is cut short or too long");
        }
        var name =
                new ModelName(NAME, new String(version, StandardCharsets.UTF_8), "sha256:" + digest(bytes.duplicate()));
        short[] weights = new short[buckets * COLUMNS];
        in.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(weights);
        return new ModelFile(name, weights, scales, biases, stance, intent);
    }

    /** Weights by column and bucket, with the bias last; what it writes depends on nothing but its arguments. */
    public static void write(Path file, String version, float[][] weights, MatrixScaling stance, MatrixScaling intent)
            throws IOException {
        byte[] text = version.getBytes(StandardCharsets.UTF_8);
        int head = aligned(4 + 4 + text.length + 4 + 4 * (2 * COLUMNS + 2 * MatrixScaling.SIZE));
        ByteBuffer out =
                ByteBuffer.allocate(head + 2 * Features.BUCKETS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(text.length).put(text).putInt(Features.BUCKETS);
        float[] scales = new float[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            scales[c] = scale(weights[c]);
            out.putFloat(scales[c]);
        }
        for (float[] column : weights) {
            out.putFloat(column[Features.BUCKETS]);
        }
        for (float value : stance.values()) {
            out.putFloat(value);
        }
        for (float value : intent.values()) {
            out.putFloat(value);
        }
        out.position(head);
        for (int b = 0; b < Features.BUCKETS; b++) {
            for (int c = 0; c < COLUMNS; c++) {
                out.putShort((short) Math.round(weights[c][b] / scales[c]));
            }
        }
        Files.write(file, out.array());
    }

    private static float scale(float[] column) {
        float max = 1e-6f;
        for (int b = 0; b < Features.BUCKETS; b++) {
            max = Math.max(max, Math.abs(column[b]));
        }
        return max / Short.MAX_VALUE;
    }

    public ModelName name() {
        return name;
    }

    /** The same model for a place where the types are mixed otherwise than {@link TypeScores#SERVED}. */
    public ModelFile forMix(TypeScores mix) {
        MatrixScaling moved = stance.reweighted(TypeScores.SERVED.array(), mix.array());
        return new ModelFile(name, weights, scales, biases, moved, intent);
    }

    float weight(int bucket, int column) {
        return weights[bucket * COLUMNS + column] * scales[column];
    }

    short raw(int bucket, int column) {
        return weights[bucket * COLUMNS + column];
    }

    float scale(int column) {
        return scales[column];
    }

    float bias(int column) {
        return biases[column];
    }

    MatrixScaling stance() {
        return stance;
    }

    MatrixScaling intent() {
        return intent;
    }

    private static float[] floats(ByteBuffer in, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getFloat();
        }
        return values;
    }

    private static int aligned(int position) {
        return (position + 63) / 64 * 64;
    }

    static int classes() {
        return CLASSES;
    }

    private static String digest(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
