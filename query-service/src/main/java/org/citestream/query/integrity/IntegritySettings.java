package org.citestream.query.integrity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the integrity board. */
@ConfigMapping(prefix = "citestream.integrity")
public interface IntegritySettings {

    /** How old the board's figures may be before they are counted again. */
    @WithDefault("15s")
    Duration keep();

    /**
     * Maximum number of pairs of a citing and a doubted work held in memory, and of works at second order; about 200 bytes each.
     * Beyond it, the pairs with the newest notices are counted, and the board says so.
     */
    @WithDefault("200000")
    int pairs();

    /** From how many works in one bracket on a marker counts as a large group. */
    @WithDefault("5")
    int largeGroup();

    /** Default number of entries of a list. */
    @WithDefault("25")
    int entries();

    /** Number of entries of each list on the board's first page. */
    @WithDefault("5")
    int firstEntries();
}
