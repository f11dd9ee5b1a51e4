package org.citestream.classify.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.citestream.classify.decide.ModelName;

/** Says what a model is for, what it learnt from, how good it is and where it fails; as JSON and as Markdown. */
final class ModelCard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SOURCES = new TreeMap<>(Map.of(
            "clinical",
            "citations in clinical-trial articles (Xu et al. 2015, Kilicoglu et al. 2019); licence not stated; gold",
            "scicite",
            "SciCite (Cohan et al. 2019); licence not stated; intent as published, stance of its result sentences"
                    + " set by us: most of those with a cue"
                    + " were read, some cut short, the rest count as supporting",
            "disagreement",
            "sentences with disagreement cues (Lamers et al. 2021); licence as published; weak"));

    private static final List<String> LIMITS = List.of(
            "It reads the citing sentence, the heading and the section; the sentences around it are not read, for no"
                    + " labelled set has them.",
            "Contrasting is rare and its training rows are few: its recall is low.",
            "English only; other languages are told and abstained from.",
            "The labelled sets are mostly biomedical; other fields are served with less certainty.",
            "The stance of SciCite's result sentences is one reader's, who knew the definition but not the articles and read"
                    + " most of those with a cue, some cut short; the rest count as supporting unread.",
            "The traffic's mix of types is that published for scite; where another mix holds, confidences are off.");

    private ModelCard() {}

    static void write(
            Path folder,
            ModelName name,
            List<LabelledRow> rows,
            ObjectNode stance,
            ObjectNode intent,
            ObjectNode sections,
            double threshold)
            throws IOException {
        ObjectNode card = JSON.createObjectNode();
        card.putObject("model")
                .put("name", name.name())
                .put("version", name.version())
                .put("checksum", name.checksum());
        card.put(
                "purpose",
                "Says of a citation statement whether the citing authors' own evidence supports or contrasts the cited"
                        + " work, and why it is cited; with a confidence fit to abstain by.");
        card.put(
                "method",
                "hashed word and letter n-grams, cue phrases and standing; one linear separator a class"
                        + " (liblinear); matrix scaling on unseen rows; prior of the traffic");
        ObjectNode data = card.putObject("data");
        SOURCES.forEach((source, what) -> data.putObject(source)
                .put(
                        "rows",
                        rows.stream().filter(row -> row.source().equals(source)).count())
                .put("what", what));
        card.put("threshold", threshold);
        card.put(
                "measuredOn",
                "rows unseen in cross-validation by citing paper (by sentence where the paper is not known)");
        card.set("stance", stance);
        card.set("intent", intent);
        card.set("sections", sections);
        var limits = card.putArray("limits");
        LIMITS.forEach(limits::add);
        Files.writeString(
                folder.resolve("model-card.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n");
        Files.writeString(folder.resolve("model-card.md"), markdown(card));
    }

    private static String markdown(ObjectNode card) {
        var out = new StringBuilder(
                "# Model card: " + card.path("model").path("name").asText() + " "
                        + card.path("model").path("version").asText() + "\n\n");
        out.append(card.path("purpose").asText()).append("\n\n");
        out.append("- checksum `")
                .append(card.path("model").path("checksum").asText())
                .append("`\n");
        out.append("- method: ").append(card.path("method").asText()).append("\n");
        out.append("- measured on ").append(card.path("measuredOn").asText()).append("\n\n## Data\n\n");
        card.path("data").properties().forEach(entry -> out.append("- **")
                .append(entry.getKey())
                .append("** (")
                .append(entry.getValue().path("rows").asInt())
                .append(" rows): ")
                .append(entry.getValue().path("what").asText())
                .append("\n"));
        for (String task : List.of("stance", "intent")) {
            out.append("\n## ")
                    .append(task)
                    .append("\n\n| rows | class | n | precision | recall | F1 [95 %] | ECE |\n");
            out.append("| --- | --- | --- | --- | --- | --- | --- |\n");
            card.path(task).properties().forEach(entry -> rows(out, entry.getKey(), entry.getValue()));
        }
        JsonNode traffic = card.path("stance").path("traffic");
        out.append("\nAt the traffic's mix of types, threshold ")
                .append(traffic.path("threshold"))
                .append(": abstains from ")
                .append(traffic.path("abstained"))
                .append("; ECE ")
                .append(traffic.path("ece"))
                .append(".\n\n");
        out.append("| published class | precision | recall |\n| --- | --- | --- |\n");
        traffic.path("classes")
                .properties()
                .forEach(entry -> out.append(String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.3f |%n",
                        entry.getKey(),
                        entry.getValue().path("precision").asDouble(),
                        entry.getValue().path("recallOfPublished").asDouble())));
        out.append("\n## Limits\n\n");
        card.path("limits")
                .forEach(limit -> out.append("- ").append(limit.asText()).append("\n"));
        return out.toString();
    }

    private static void rows(StringBuilder out, String name, JsonNode report) {
        if (!report.has("macroF1")) {
            return;
        }
        report.path("classes").properties().forEach(entry -> {
            JsonNode one = entry.getValue();
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.3f | %.3f | %.3f [%.3f, %.3f] | %.3f |%n",
                    name,
                    entry.getKey(),
                    one.path("rows").asInt(),
                    one.path("precision").asDouble(),
                    one.path("recall").asDouble(),
                    one.path("f1").asDouble(),
                    one.path("f1Interval").path(0).asDouble(),
                    one.path("f1Interval").path(1).asDouble(),
                    one.path("ece").asDouble()));
        });
        out.append(String.format(
                Locale.ROOT,
                "| %s | **macro** | %d | | | **%.3f** [%.3f, %.3f] | %.3f |%n",
                name,
                report.path("rows").asInt(),
                report.path("macroF1").asDouble(),
                report.path("macroF1Interval").path(0).asDouble(),
                report.path("macroF1Interval").path(1).asDouble(),
                report.path("ece").asDouble()));
    }
}
