package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citestream.classify.section.HeadingFeatures;
import org.citestream.classify.section.HeadingModel;
import org.citestream.classify.section.Section;
import org.citestream.classify.section.SectionRules;

/** The small model for headings that no rule knows, from {@code section-headings.tsv}; measured on unseen headings. */
final class HeadingTraining {

    private static final double COST = 1;
    private static final int FOLDS = 5;
    private static final int NONE = Section.values().length;
    /** The headings' own words for our sections. */
    private static final Map<String, Section> LABELS = Map.of(
            "introduction", Section.INTRODUCTION,
            "methods", Section.METHODS,
            "results", Section.RESULTS,
            "discussion", Section.DISCUSSION,
            "conclusion", Section.DISCUSSION,
            "results+discussion", Section.RESULTS,
            "supplementary", Section.OTHER);

    private final List<String> headings = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    HeadingTraining(Path file) throws IOException {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            int label = Optional.ofNullable(LABELS.get(cells[2]))
                    .map(Section::number)
                    .orElse(NONE);
            distinct.putIfAbsent(cells[0].toLowerCase(Locale.ROOT), label);
        }
        distinct.forEach((heading, label) -> {
            headings.add(heading);
            labels.add(label);
        });
    }

    float[][] train() {
        return train(-1);
    }

    /** Figures of the rules alone and with the model behind them, on distinct headings the model has not seen. */
    ObjectNode measure() {
        var rules = new Metrics(NONE + 1);
        var both = new Metrics(NONE + 1);
        for (int fold = 0; fold < FOLDS; fold++) {
            var model = HeadingModel.of(train(fold));
            for (int i = 0; i < headings.size(); i++) {
                if (fold(i) == fold && labels.get(i) != NONE) {
                    Optional<Section> byRule = SectionRules.byHeading(headings.get(i));
                    String heading = headings.get(i);
                    rules.add(labels.get(i), byRule.map(Section::number).orElse(NONE), 1);
                    both.add(
                            labels.get(i),
                            byRule.or(() -> model.section(heading))
                                    .map(Section::number)
                                    .orElse(NONE),
                            1);
                }
            }
        }
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("headings", labels.stream().filter(label -> label != NONE).count());
        out.set("rules", figures(rules));
        out.set("rulesAndModel", figures(both));
        return out;
    }

    private static ObjectNode figures(Metrics metrics) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        double sum = 0;
        for (Section section : Section.values()) {
            int c = section.number();
            sum += metrics.f1(c);
            out.putObject(section.word())
                    .put("precision", Report.rounded(metrics.precision(c)))
                    .put("recall", Report.rounded(metrics.recall(c)))
                    .put("f1", Report.rounded(metrics.f1(c)));
        }
        return out.put("macroF1", Report.rounded(sum / Section.values().length));
    }

    private int fold(int i) {
        return Math.floorMod(headings.get(i).hashCode() * 0x9E3779B1, FOLDS);
    }

    private float[][] train(int without) {
        var examples = new ArrayList<LinearTrainer.Example>();
        for (int i = 0; i < headings.size(); i++) {
            if (fold(i) != without) {
                examples.add(new LinearTrainer.Example(features(headings.get(i)), labels.get(i), 1));
            }
        }
        return new LinearTrainer(COST, HeadingFeatures.BUCKETS).train(examples, NONE + 1);
    }

    private static Feature[] features(String heading) {
        int[] buckets = HeadingFeatures.of(heading);
        var nodes = new Feature[buckets.length + 1];
        for (int i = 0; i < buckets.length; i++) {
            nodes[i] = new FeatureNode(buckets[i] + 1, 1 / Math.sqrt(buckets.length));
        }
        nodes[buckets.length] = new FeatureNode(HeadingFeatures.BUCKETS + 1, 1);
        return nodes;
    }
}
