package org.citestream.query.ops.lag;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has a lag that was judged, with the verdict in words. */
public interface Judged {

    LagVerdict judged();

    @JsonProperty
    default String verdict() {
        return judged().word();
    }

    @JsonProperty
    default String why() {
        return judged().why();
    }
}
