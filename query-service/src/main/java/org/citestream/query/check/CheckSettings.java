package org.citestream.query.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of reference checks; how large a list may be is {@code citestream.bodies.check-bytes}. */
@ConfigMapping(prefix = "citestream.check")
public interface CheckSettings {

    /** Maximum number of references in one list. */
    @WithDefault("2000")
    int references();

    /** Works named for a reference that was not found. */
    @WithDefault("3")
    int candidates();

    /** Likeness of titles, 0 to 1, below which a work is not named for a reference that was not found. */
    @WithDefault("0.4")
    double leastLikeness();
}
