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
 * Measures how sure a model is of ordinary traffic: for each share the probability of a mention and the confidence in the
 * intent under which so many statements stay. Types come first: the intent has one part in {@value #INTENT_PART} of the
 * share to itself.
 */
final class DeferralTable {

    private static final double[] SHARES = {0.001, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 0.999};
    private static final int INTENT_PART = 5;

    private final double[] mentions;
    private final double[] intents;
    private final double[] sortedMentions;
    private final double[] sortedIntents;

    DeferralTable(Classifier model, List<Statement> traffic) {
        List<Decision> decided = new ArrayList<>();
        for (Statement statement : traffic) {
            Decision decision = model.decide(statement);
            if (decision.failure().isEmpty()) {
                decided.add(decision);
            }
        }
        mentions = decided.stream()
                .mapToDouble(decision -> decision.scores().mentioning())
                .toArray();
        intents = decided.stream()
                .mapToDouble(decision ->
                        decision.intent().map(IntentScores::confidence).orElse(1.0))
                .toArray();
        sortedMentions = mentions.clone();
        sortedIntents = intents.clone();
        Arrays.sort(sortedMentions);
        Arrays.sort(sortedIntents);
    }

    /** Lines of share, mention and intent. */
    String text() {
        var out =
                new StringBuilder("# How sure the linear model is of ordinary traffic: of this share of statements the"
                        + " probability of a mention or the\n# confidence in the intent stays under these. "
                        + mentions.length
                        + " statements.\n# share\tmention\tintent\n");
        for (double share : SHARES) {
            double intent = sortedIntents[(int) (share / INTENT_PART * sortedIntents.length)];
            out.append(String.format(Locale.ROOT, "%s\t%.5f\t%.4f%n", share, mention(share, intent), intent));
        }
        return out.toString();
    }

    /** The lowest probability of a mention under which, or under the limit of the intent, the share of statements stays. */
    private double mention(double share, double intent) {
        int low = 0;
        int high = mentions.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (under(sortedMentions[middle], intent) < share) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sortedMentions[low];
    }

    private double under(double mention, double intent) {
        int under = 0;
        for (int i = 0; i < mentions.length; i++) {
            under += mentions[i] < mention || intents[i] < intent ? 1 : 0;
        }
        return (double) under / mentions.length;
    }
}
