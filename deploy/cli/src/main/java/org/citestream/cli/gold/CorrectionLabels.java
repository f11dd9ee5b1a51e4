package org.citestream.cli.gold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Accepted corrections in the form of the labels: without their sentences. */
public final class CorrectionLabels {

    private CorrectionLabels() {}

    /** First line of a file of them. */
    public static String header() {
        return GoldLabel.HEADER;
    }

    /** The line of one correction, of a row with its sentence. */
    public static String line(JsonNode row) {
        String citing = row.path("citing").asText();
        return new GoldLabel(
                        row.path("id").asText(),
                        citing,
                        Optional.empty(),
                        Optional.empty(),
                        row.path("cite").path(0).asInt(),
                        row.path("cite").path(1).asInt(),
                        SentenceHash.of(row.path("text").asText()),
                        row.path("stance").asText(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        FilledRow.CORRECTIONS,
                        ArticleSplit.of(citing).word(),
                        Optional.empty())
                .line();
    }
}
