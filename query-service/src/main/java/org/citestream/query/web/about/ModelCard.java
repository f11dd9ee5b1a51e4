package org.citestream.query.web.about;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of classify-service's model card that is shown; see ModelCard.schema.json in deploy/contracts. The figures
 * are those of the model in use. What the card leaves out is null or empty here.
 */
public record ModelCard(
        String name,
        String version,
        String checksum,
        Double threshold,
        List<Threshold> thresholds,
        String encoder,
        String purpose,
        String method,
        String measuredOn,
        List<Data> data,
        List<Measured> measured,
        Traffic traffic,
        List<String> limits,
        List<String> failures) {

    /** The confidence below which statements that look like this type are left unclassified. */
    public record Threshold(String type, double confidence) {}

    /**
     * Rows on which it was trained and measured.
     *
     * @param licence empty if the card has none
     */
    public record Data(String name, long rows, String what, String licence) {}

    /** Figures for one set of rows. */
    public record Measured(
            String name, long rows, Double macroF1, String interval, Double error, List<PerClass> classes) {}

    /** Figures for one type on one set of rows. */
    public record PerClass(String type, Long rows, Double precision, Double recall, Double f1, String interval) {}

    /**
     * Its performance on typical traffic, where unclassified statements count as missed.
     *
     * @param rows number of rows behind the estimates
     * @param published share that gets a type
     * @param error mean calibration error of the type
     * @param intentError the same for the intent, on randomly drawn statements
     */
    public record Traffic(
            Long rows,
            Double published,
            Double abstained,
            Double error,
            Double intentError,
            List<TypeAccuracy> classes,
            Calibration calibration) {}

    /** Precision and recall of a published type, with 95 % intervals. */
    public record TypeAccuracy(
            String type, Double precision, String precisionInterval, Double recall, String recallInterval) {}

    static ModelCard of(JsonNode card) {
        JsonNode served = served(card);
        JsonNode traffic = served.at("/stance/traffic");
        return new ModelCard(
                text(card.at("/model/name")),
                text(card.at("/model/version")),
                text(card.at("/model/checksum")),
                number(card.path("threshold")),
                thresholds(card.path("thresholds")),
                text(card.at("/encoder/state")),
                text(card.path("purpose")),
                text(card.path("method")),
                text(served.path("measuredOn")),
                data(card.path("data")),
                measured(served),
                traffic.isObject()
                        ? new Traffic(
                                rows(traffic.path("calibration")),
                                traffic.has("abstained")
                                        ? 1 - traffic.path("abstained").asDouble()
                                        : null,
                                number(traffic.path("abstained")),
                                number(traffic.path("ece")),
                                number(served.at("/intent/gold random/ece")),
                                published(traffic.path("classes")),
                                Calibration.of(traffic.path("calibration")))
                        : null,
                texts(card.path("limits")),
                texts(card.path("failures")));
    }

    /** What decides here: both models together if the second is on, else the first alone. */
    private static JsonNode served(JsonNode card) {
        JsonNode encoder = card.path("encoder");
        return encoder.path("state").asText().equals("on") && encoder.has("stance") ? encoder : card;
    }

    private static List<Threshold> thresholds(JsonNode types) {
        List<Threshold> all = new ArrayList<>();
        types.properties()
                .forEach(type ->
                        all.add(new Threshold(type.getKey(), type.getValue().asDouble())));
        return all;
    }

    private static List<Data> data(JsonNode sets) {
        List<Data> data = new ArrayList<>();
        sets.properties()
                .forEach(set -> data.add(new Data(
                        set.getKey(),
                        set.getValue().path("rows").asLong(),
                        set.getValue().path("what").asText(),
                        set.getValue().path("licence").asText())));
        return data;
    }

    private static List<Measured> measured(JsonNode card) {
        List<Measured> measured = new ArrayList<>();
        for (String task : List.of("stance", "intent")) {
            // The name for readers of the page.
            String axis = task.equals("stance") ? "Type" : "Intent";
            card.path(task).properties().forEach(set -> {
                if (set.getValue().has("macroF1")) {
                    measured.add(new Measured(
                            axis + ", "
                                    + (set.getKey().equals("all")
                                            ? "all rows"
                                            : set.getKey().replace("own mix", "native class mix")),
                            set.getValue().path("rows").asLong(),
                            number(set.getValue().path("macroF1")),
                            interval(set.getValue().path("macroF1Interval")),
                            number(set.getValue().path("ece")),
                            classes(set.getValue().path("classes"))));
                }
            });
        }
        return measured;
    }

    /** Rows that do not represent the traffic have no weight; the weights sum to the number of those that do. */
    private static Long rows(JsonNode bins) {
        double weight = 0;
        for (JsonNode bin : bins) {
            weight += bin.path("weight").asDouble();
        }
        return weight == 0 ? null : Math.round(weight);
    }

    private static List<TypeAccuracy> published(JsonNode classes) {
        List<TypeAccuracy> all = new ArrayList<>();
        classes.properties()
                .forEach(type -> all.add(new TypeAccuracy(
                        type.getKey(),
                        number(type.getValue().path("precision")),
                        percents(type.getValue().path("precisionInterval")),
                        number(type.getValue().path("recall")),
                        percents(type.getValue().path("recallInterval")))));
        return all;
    }

    private static List<PerClass> classes(JsonNode classes) {
        List<PerClass> all = new ArrayList<>();
        classes.properties()
                .forEach(type -> all.add(new PerClass(
                        type.getKey(),
                        type.getValue().has("rows")
                                ? type.getValue().path("rows").asLong()
                                : null,
                        number(type.getValue().path("precision")),
                        number(type.getValue().path("recall")),
                        number(type.getValue().path("f1")),
                        interval(type.getValue().path("f1Interval")))));
        return all;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static String interval(JsonNode ends) {
        return ends.size() == 2
                ? String.format(
                        java.util.Locale.ROOT,
                        "%.2f–%.2f",
                        ends.get(0).asDouble(),
                        ends.get(1).asDouble())
                : null;
    }

    private static String percents(JsonNode ends) {
        return ends.size() == 2
                ? String.format(
                        java.util.Locale.ROOT,
                        "%.0f–%.0f %%",
                        100 * ends.get(0).asDouble(),
                        100 * ends.get(1).asDouble())
                : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
