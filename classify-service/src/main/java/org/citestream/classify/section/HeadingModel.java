package org.citestream.classify.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small linear model for headings whose words are in no list: one row of signed bytes a bucket, one column a section
 * and a last one for "none of them". The file is the six scales and six biases as little-endian floats, then the rows.
 * Immutable, safe for use by several threads.
 */
public final class HeadingModel {

    /** The five sections and none. */
    public static final int COLUMNS = Section.values().length + 1;

    private static final int HEAD = 2 * 4 * COLUMNS;

    private final float[] scales = new float[COLUMNS];
    private final float[] biases = new float[COLUMNS];
    private final byte[] rows;

    private HeadingModel(byte[] file) {
        if (file.length != HEAD + HeadingFeatures.BUCKETS * COLUMNS) {
            throw new IllegalArgumentException("not a heading model: " + file.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int c = 0; c < COLUMNS; c++) {
            scales[c] = in.getFloat();
        }
        for (int c = 0; c < COLUMNS; c++) {
            biases[c] = in.getFloat();
        }
        rows = new byte[HeadingFeatures.BUCKETS * COLUMNS];
        in.get(rows);
    }

    /** The model that ships with the service. */
    public static HeadingModel shipped() {
        try (InputStream in = HeadingModel.class.getResourceAsStream("/org/citestream/classify/model/headings.bin")) {
            return new HeadingModel(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read headings.bin", e);
        }
    }

    /** Weights by column and bucket, the bias last. */
    public static HeadingModel of(float[][] weights) {
        return new HeadingModel(bytes(weights));
    }

    /** Writes what {@link #shipped} reads. */
    public static void write(Path file, float[][] weights) throws IOException {
        Files.write(file, bytes(weights));
    }

    /** The section a heading speaks for more than for none, if there is one. */
    public Optional<Section> section(String heading) {
        int[] buckets = HeadingFeatures.of(heading);
        float value = (float) (1 / Math.sqrt(Math.max(1, buckets.length)));
        double[] margins = new double[COLUMNS];
        int best = COLUMNS - 1;
        for (int c = COLUMNS - 1; c >= 0; c--) {
            int sum = 0;
            for (int bucket : buckets) {
                sum += rows[bucket * COLUMNS + c];
            }
            margins[c] = sum * scales[c] * value + biases[c];
            best = margins[c] > margins[best] ? c : best;
        }
        return Section.of(best);
    }

    private static byte[] bytes(float[][] weights) {
        ByteBuffer out =
                ByteBuffer.allocate(HEAD + HeadingFeatures.BUCKETS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        float[] scales = new float[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            float max = 1e-6f;
            for (int b = 0; b < HeadingFeatures.BUCKETS; b++) {
                max = Math.max(max, Math.abs(weights[c][b]));
            }
            scales[c] = max / Byte.MAX_VALUE;
            out.putFloat(scales[c]);
        }
        for (float[] column : weights) {
            out.putFloat(column[HeadingFeatures.BUCKETS]);
        }
        for (int b = 0; b < HeadingFeatures.BUCKETS; b++) {
            for (int c = 0; c < COLUMNS; c++) {
                out.put((byte) Math.round(weights[c][b] / scales[c]));
            }
        }
        return out.array();
    }
}
