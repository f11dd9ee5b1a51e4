package org.citestream.classify.train;

import java.util.List;
import java.util.Optional;

/** A labelled row for tests, of which only what matters is said. */
final class RowBuilder {

    private final String source;
    private String text = "A [1].";
    private String label = "";
    private Optional<String> stance = Optional.empty();
    private Optional<String> intent = Optional.empty();
    private List<String> headings = List.of();
    private String group = "g";
    private String stratum = "";

    private RowBuilder(String source) {
        this.source = source;
    }

    static RowBuilder row(String source) {
        return new RowBuilder(source);
    }

    RowBuilder saying(String its) {
        text = its;
        return this;
    }

    RowBuilder labelled(String itsLabel, String itsStance, String itsIntent) {
        label = itsLabel;
        stance = Optional.of(itsStance);
        intent = Optional.of(itsIntent);
        return this;
    }

    RowBuilder under(String heading) {
        headings = List.of(heading);
        return this;
    }

    RowBuilder inGroup(String its) {
        group = its;
        return this;
    }

    RowBuilder ofStratum(String its) {
        stratum = its;
        return this;
    }

    LabelledRow build() {
        var around = new SentenceContext("", "", headings, Optional.empty(), Optional.empty());
        return new LabelledRow(source, "dev", text, label, stance, intent, around, List.of(), group, 1, stratum);
    }
}
