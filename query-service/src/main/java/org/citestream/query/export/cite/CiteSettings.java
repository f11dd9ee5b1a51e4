package org.citestream.query.export.cite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How works are cited in the words of a style. */
@ConfigMapping(prefix = "citestream.cite")
public interface CiteSettings {

    /** How many styles are kept ready; reading one takes some 10 to 100 milliseconds. */
    @WithDefault("32")
    int styles();

    /** The language of "and", "edited by" and the names of months, where nobody asks for another. */
    @WithDefault("en-US")
    String locale();
}
