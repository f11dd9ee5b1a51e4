package org.citestream.classify.decide.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a model file and their digest.
 *
 * @param bytes the ONNX file; not copied
 * @param checksum {@code sha256:} and the hex digest of {@code bytes}
 */
@SuppressWarnings("ArrayRecordComponent") // 23 MB, handed to the runtime once
public record EncoderFile(byte[] bytes, String checksum) {

    /** Where the shipped model lies on the classpath. */
    public static final String SHIPPED = "/org/citestream/classify/model/encoder.onnx";

    /** Of these bytes. */
    public static EncoderFile of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EncoderFile(bytes, "sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is not there or cannot be read
     */
    public static EncoderFile read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Reads the shipped model.
     *
     * @throws IOException if this build has none
     */
    public static EncoderFile shipped() throws IOException {
        try (InputStream in = EncoderFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException("this build contains no encoder model");
            }
            return of(in.readAllBytes());
        }
    }
}
