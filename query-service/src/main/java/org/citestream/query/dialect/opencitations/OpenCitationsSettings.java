package org.citestream.query.dialect.opencitations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the OpenCitations dialect. */
@ConfigMapping(prefix = "citestream.opencitations")
interface OpenCitationsSettings {

    /** The most rows in one answer; its clients do not page. */
    @WithDefault("50000")
    int rows();
}
