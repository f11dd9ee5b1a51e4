package org.citestream.cli.feed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The result for one article. */
sealed interface Outcome {

    /**
     * ingest-service's answer; see the README of ingest-service.
     *
     * @param publication id
     * @param unchanged it was in already, byte for byte, and nothing was published
     */
    record Accepted(
            @JsonProperty(required = true) String publication,
            @JsonProperty(required = true) long revision,
            long statements,
            long references,
            boolean unchanged)
            implements Outcome {}

    record Rejected(Rejection rejection) implements Outcome {}
}
