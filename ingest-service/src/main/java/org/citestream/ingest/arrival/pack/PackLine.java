package org.citestream.ingest.arrival.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.citestream.ingest.Outcome;

/**
 * The result for one article of a package; exactly one of the three is set.
 *
 * @param file the article's name inside the package
 * @param outcome it is in
 * @param rejected it is no article that can be read
 * @param failed it could not be ingested now, and nothing after it was tried. Send the package again: accepted articles
 *     are skipped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackLine(String file, @JsonUnwrapped Outcome outcome, Rejected rejected, Failed failed) {

    /**
     * Why an article is refused.
     *
     * @param line 1-based; null when unknown
     * @param column 1-based; null when unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejected(String reason, String detail, Integer line, Integer column) {}

    /** Why the package was not read to its end. */
    public record Failed(String reason, String detail) {}

    static PackLine in(String file, Outcome outcome) {
        return new PackLine(file, outcome, null, null);
    }

    static PackLine rejected(String file, Rejected why) {
        return new PackLine(file, null, why, null);
    }

    static PackLine failed(String file, String reason, String detail) {
        return new PackLine(file, null, null, new Failed(reason, detail));
    }
}
