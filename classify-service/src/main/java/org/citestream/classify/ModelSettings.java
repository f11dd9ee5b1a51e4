package org.citestream.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which model decides. */
@ConfigMapping(prefix = "citestream.model")
public interface ModelSettings {

    /** Confidence below which the model abstains ({@code unclassified}), in [0, 1]; recorded in every event. */
    @WithDefault("0.5")
    double threshold();
}
