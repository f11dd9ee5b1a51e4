package org.citestream.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The encoder, which is asked where the linear model is not sure of a mere mention. */
@ConfigMapping(prefix = "citestream.classify.encoder")
public interface EncoderSettings {

    /** As shipped; chosen by how many supporting and contrasting statements it lets through (deploy/adr/0031). */
    String SHIPPED_SHARE = "0.15";

    /**
     * Share of ordinary traffic, the least confident, about which the encoder is asked, in [0, 1]; 0 turns it off, 1 asks
     * about everything.
     */
    @WithDefault(SHIPPED_SHARE)
    double share();

    /** The encoder's ONNX file; absent: the one shipped in this build. */
    Optional<Path> file();
}
