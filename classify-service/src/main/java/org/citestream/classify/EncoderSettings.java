package org.citestream.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The second opinion on what the first model doubts. */
@ConfigMapping(prefix = "citestream.classify.encoder")
public interface EncoderSettings {

    /**
     * Share of ordinary traffic, the least confident, about which the encoder is asked, in [0, 1]; 0 turns it off, 1 asks
     * about everything.
     */
    @WithDefault("0.15")
    double share();

    /** The encoder's ONNX file; absent: the one shipped in this build. */
    Optional<Path> file();
}
