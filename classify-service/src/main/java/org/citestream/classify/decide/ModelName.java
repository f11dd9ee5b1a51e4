package org.citestream.classify.decide;

import static java.util.Objects.requireNonNull;

/**
 * Which model decided; stands in every event.
 *
 * @param checksum {@code sha256:} and the hex digest of the model's file
 */
public record ModelName(String name, String version, String checksum) {

    public ModelName {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        if (!checksum.startsWith("sha256:")) {
            throw new IllegalArgumentException("checksum must begin with sha256:, was " + checksum);
        }
    }
}
