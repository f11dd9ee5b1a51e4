package org.citestream.classify.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A model card in Markdown, from its JSON. */
final class MarkdownCard {

    private final JsonNode card;
    private final StringBuilder out = new StringBuilder();

    MarkdownCard(JsonNode card) {
        this.card = card;
    }

    String text() {
        out.setLength(0);
        JsonNode model = card.path("model");
        line(
                "# Model card: %s %s%n",
                model.path("name").asText(), model.path("version").asText());
        line("%s%n", card.path("purpose").asText());
        line("- checksum `%s`", model.path("checksum").asText());
        line("- method: %s", card.path("method").asText());
        line("- measured on %s%n", card.path("measuredOn").asText());
        served(card.path("encoder").has("stance") ? card.path("encoder") : card);
        if (card.has("encoder")) {
            encoder(card.path("encoder"));
        }
        line("## The linear model alone%n");
        axes(card);
        data();
        list("Limits", card.path("limits"));
        list("Known failures", card.path("failures"));
        return out.toString();
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** First of all what readers of reports see: what is published of ordinary articles, and how often it is right. */
    private void served(JsonNode decides) {
        JsonNode traffic = decides.at("/stance/traffic");
        line("## On typical traffic%n");
        line(
                "Estimated from %d statements that it has not seen, weighted as they occur in articles: %.1f %% get a type, %.1f %% are"
                        + " left unclassified. Recall counts those as missed.%n",
                Math.round(weight(traffic.path("calibration"))),
                100 * (1 - traffic.path("abstained").asDouble()),
                100 * traffic.path("abstained").asDouble());
        line("| type | precision [95 %%] | recall [95 %%] |");
        line("| --- | --- | --- |");
        traffic.path("classes")
                .properties()
                .forEach(type -> line(
                        "| %s | %s | %s |",
                        type.getKey(),
                        withInterval(
                                type.getValue().path("precision"),
                                type.getValue().path("precisionInterval")),
                        withInterval(
                                type.getValue().path("recall"), type.getValue().path("recallInterval"))));
        line(
                "%nMean gap between the confidence shown and how often it is right: type %.3f; intent, on statements drawn at random,"
                        + " %.3f.%n",
                traffic.path("ece").asDouble(),
                decides.at("/intent/gold random/ece").asDouble());
    }

    /** Rows of other sets weigh nothing: the weights sum to the rows that count. */
    private static double weight(JsonNode bins) {
        double weight = 0;
        for (JsonNode bin : bins) {
            weight += bin.path("weight").asDouble();
        }
        return weight;
    }

    private void data() {
        line("## Data%n");
        card.path("data")
                .properties()
                .forEach(set -> line(
                        "- **%s** (%d rows): %s. Licence: %s",
                        set.getKey(),
                        set.getValue().path("rows").asInt(),
                        set.getValue().path("what").asText(),
                        set.getValue().path("licence").asText()));
        line("");
    }

    private void encoder(JsonNode encoder) {
        line("## With the encoder%n");
        line("%s%n", encoder.path("purpose").asText());
        line(
                "- `%s %s`, `%s`",
                encoder.path("model").path("name").asText(),
                encoder.path("model").path("version").asText(),
                encoder.path("model").path("checksum").asText());
        line("- method: %s", encoder.path("method").asText());
        line("- licence: %s", encoder.path("licence").asText());
        line("- measured on %s%n", encoder.path("measuredOn").asText());
        line("| asked share of traffic | clinical stance, macro-F1 | SciCite stance | SciCite intent |");
        line("| --- | --- | --- | --- |");
        for (JsonNode one : encoder.path("shares")) {
            line(
                    "| %s | %.3f | %.3f | %.3f |",
                    one.path("share").asText(),
                    one.path("stance clinical").asDouble(),
                    one.path("stance scicite").asDouble(),
                    one.path("intent").asDouble());
        }
        line(
                "%nThe rest of this part is for the shipped share, %s.%n",
                encoder.path("share").asText());
        axes(encoder);
    }

    private void axes(JsonNode from) {
        for (String task : List.of("stance", "intent")) {
            line("### %s%n", task);
            line("| rows | class | n | precision | recall | F1 [95 %%] | ECE |");
            line("| --- | --- | --- | --- | --- | --- | --- |");
            from.path(task).properties().forEach(set -> figures(set.getKey(), set.getValue()));
            line("");
        }
        traffic(from.path("stance"));
    }

    private void figures(String name, JsonNode report) {
        if (!report.has("macroF1")) {
            return;
        }
        report.path("classes").properties().forEach(entry -> {
            JsonNode one = entry.getValue();
            line(
                    "| %s | %s | %d | %.3f | %.3f | %s | %.3f |",
                    name,
                    entry.getKey(),
                    one.path("rows").asInt(),
                    one.path("precision").asDouble(),
                    one.path("recall").asDouble(),
                    withInterval(one.path("f1"), one.path("f1Interval")),
                    one.path("ece").asDouble());
        });
        line(
                "| %s | **macro** | %d | | | **%s** | %.3f |",
                name,
                report.path("rows").asInt(),
                withInterval(report.path("macroF1"), report.path("macroF1Interval")),
                report.path("ece").asDouble());
    }

    private static String withInterval(JsonNode value, JsonNode interval) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                value.asDouble(),
                interval.path(0).asDouble(),
                interval.path(1).asDouble());
    }

    private void traffic(JsonNode stance) {
        line("At the traffic's mix of types, by threshold:%n");
        line(
                "| threshold | abstains from | precision supporting | contrasting | recall supporting | contrasting | ECE |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        stance.path("thresholds").forEach(this::published);
        line("%nThe calibration curve there, and the calibration by section at the threshold:%n");
        line("| confidence shown | right | weight |");
        line("| --- | --- | --- |");
        for (JsonNode bin : stance.path("traffic").path("calibration")) {
            line(
                    "| %.3f | %.3f | %.0f |",
                    bin.path("shown").asDouble(),
                    bin.path("reached").asDouble(),
                    bin.path("weight").asDouble());
        }
        line("%n| section | rows | abstains from | precision supporting | contrasting | ECE |");
        line("| --- | --- | --- | --- | --- | --- |");
        stance.path("bySection")
                .properties()
                .forEach(section -> line(
                        "| %s | %d | %.3f | %.3f | %.3f | %.3f |",
                        section.getKey(),
                        section.getValue().path("rows").asInt(),
                        section.getValue().path("abstained").asDouble(),
                        of(section.getValue(), "supporting", "precision"),
                        of(section.getValue(), "contrasting", "precision"),
                        section.getValue().path("ece").asDouble()));
        line("");
    }

    private void published(JsonNode at) {
        line(
                "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                at.path("threshold").asText(),
                at.path("abstained").asDouble(),
                of(at, "supporting", "precision"),
                of(at, "contrasting", "precision"),
                of(at, "supporting", "recall"),
                of(at, "contrasting", "recall"),
                at.path("ece").asDouble());
    }

    private static double of(JsonNode published, String type, String what) {
        return published.path("classes").path(type).path(what).asDouble();
    }

    private void list(String title, JsonNode items) {
        line("## %s%n", title);
        items.forEach(item -> line("- %s", item.asText()));
        line("");
    }
}
