package org.citestream.query.export.cite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of citation styles. */
@ConfigMapping(prefix = "citestream.cite")
public interface CiteSettings {

    /** How many styles are cached; reading one takes 10 to 100 milliseconds. */
    @WithDefault("32")
    int styles();

    /** The default language of "and", "edited by" and the names of months. */
    @WithDefault("en-US")
    String locale();
}
