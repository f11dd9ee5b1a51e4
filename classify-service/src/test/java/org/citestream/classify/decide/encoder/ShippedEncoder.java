package org.citestream.classify.decide.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The encoder that ships with the service, loaded once for all tests of a process. */
public final class ShippedEncoder {

    public static final EncoderModel MODEL = load();

    private ShippedEncoder() {}

    private static EncoderModel load() {
        try {
            return new EncoderModel(EncoderFile.shipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
