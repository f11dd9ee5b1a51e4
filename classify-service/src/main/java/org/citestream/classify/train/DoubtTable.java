package org.citestream.classify.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Statement;

/**
 * Measures how sure a model is of ordinary traffic: for each share the confidence in the type and the one in the intent
 * under which so many statements stay, the same part of them on either axis.
 */
final class DoubtTable {

    private static final double[] SHARES = {0.001, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 0.999};

    private final double[] types;
    private final double[] intents;
    private final double[] sortedTypes;
    private final double[] sortedIntents;

    DoubtTable(Classifier model, List<Statement> traffic) {
        List<Decision> decided = new ArrayList<>();
        for (Statement statement : traffic) {
            Decision decision = model.decide(statement);
            if (decision.failure().isEmpty()) {
                decided.add(decision);
            }
        }
        types = decided.stream().mapToDouble(Decision::confidence).toArray();
        intents = decided.stream()
                .mapToDouble(decision ->
                        decision.intent().map(IntentScores::confidence).orElse(1.0))
                .toArray();
        sortedTypes = types.clone();
        sortedIntents = intents.clone();
        Arrays.sort(sortedTypes);
        Arrays.sort(sortedIntents);
    }

    /** Lines of share, type and intent. */
    String text() {
        var out =
                new StringBuilder("# How sure the linear model is of ordinary traffic: of this share of statements the"
                        + " type's confidence or the intent's\n# stays under these (the same share of each). "
                        + types.length
                        + " statements.\n# share\ttype\tintent\n");
        for (double share : SHARES) {
            int each = eachFor(share);
            out.append(String.format(Locale.ROOT, "%s\t%.4f\t%.4f%n", share, sortedTypes[each], sortedIntents[each]));
        }
        return out.toString();
    }

    /** How many statements must stay under the limit of either axis so that the share stays under one of both. */
    private int eachFor(double share) {
        int low = 0;
        int high = types.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (under(sortedTypes[middle], sortedIntents[middle]) < share) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double under(double type, double intent) {
        int under = 0;
        for (int i = 0; i < types.length; i++) {
            under += types[i] < type || intents[i] < intent ? 1 : 0;
        }
        return (double) under / types.length;
    }
}
