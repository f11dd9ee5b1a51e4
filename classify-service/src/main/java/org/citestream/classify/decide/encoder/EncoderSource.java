package org.citestream.classify.decide.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;

/** Puts the encoder behind a first classifier, if it is wanted and can be had. */
public final class EncoderSource {

    private EncoderSource() {}

    /**
     * The first classifier with the encoder behind it; alone where {@code share} is 0; alone and saying so in every
     * decision where the encoder's library or file is not there.
     *
     * @param mix how the types are mixed where the statements come from; the first classifier must know it too
     * @param thresholds of both together; absent: as chosen for the shipped models
     * @param share least confident share of ordinary traffic about which the encoder is asked, in [0, 1]
     * @param file the encoder's file; absent: the shipped one
     * @param warn told why there is no encoder
     */
    public static Classifier behind(
            Classifier first,
            TypeScores mix,
            Optional<Thresholds> thresholds,
            double share,
            Optional<Path> file,
            Consumer<String> warn) {
        if (share <= 0) {
            return first;
        }
        try {
            return new Cascade(
                    first,
                    load(file).forMix(mix),
                    DeferralRule.about(share),
                    Blends.shipped(),
                    mix,
                    thresholds.orElseGet(Thresholds::shipped));
        } catch (EncoderException e) {
            warn.accept(e.getMessage());
            return new EncoderlessClassifier(first, share);
        }
    }

    /**
     * Loads the encoder.
     *
     * @throws EncoderException if its library or file is not there
     */
    public static EncoderModel load(Optional<Path> file) {
        try {
            return new EncoderModel(file.isPresent() ? EncoderFile.read(file.get()) : EncoderFile.shipped());
        } catch (IOException e) {
            throw new EncoderException("the encoder's file cannot be read: " + e.getMessage(), e);
        }
    }
}
