package org.citestream.classify.decide.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.Cue;

/**
 * Says which words moved a decision: every feature's weight toward the decided class, less the mean of the other two,
 * is shared out over the words it covers; neighbours of the same sign become one span. Not safe for several threads.
 */
final class EvidenceFinder {

    private static final int MOST = 6;
    private static final double LEAST = 0.02;

    private final List<Cue> cues;
    private final double[] shares = new double[512];
    private final boolean[] used = new boolean[512];

    EvidenceFinder(List<Cue> cues) {
        this.cues = cues;
    }

    List<Evidence> find(Features features, ModelFile model, Statement statement, CitationType toward) {
        int column = column(toward);
        Arrays.fill(shares, 0, features.tokens().size(), 0);
        Arrays.fill(used, 0, features.tokens().size(), false);
        double standing = 0;
        for (int i = 0; i < features.size(); i++) {
            double weight = features.value(i) * pull(model, features.bucket(i), column);
            if (features.from(i) >= 0) {
                share(features, features.from(i), features.to(i), weight);
            } else if (features.group(i) == Features.STANDING) {
                standing += weight;
            }
        }
        var found = new ArrayList<Evidence>(MOST + 1);
        boolean more = true;
        while (more && found.size() < MOST) {
            more = addStrongest(features, found, toward);
        }
        if (Math.abs(standing) >= LEAST) {
            String where = statement.section().map(s -> "standing:" + s.word()).orElse("standing");
            found.add(new Evidence(Optional.empty(), Optional.empty(), where, standing, toward));
        }
        found.sort((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())));
        return found;
    }

    private static int column(CitationType type) {
        return switch (type) {
            case SUPPORTING -> 0;
            case MENTIONING -> 1;
            case CONTRASTING -> 2;
            case UNCLASSIFIED -> throw new IllegalArgumentException("no weight speaks for abstaining");
        };
    }

    private static double pull(ModelFile model, int bucket, int column) {
        double own = model.weight(bucket, column);
        double others = 0;
        for (int c = 0; c < ModelFile.classes(); c++) {
            others += c == column ? 0 : model.weight(bucket, c);
        }
        return own - others / 2;
    }

    private void share(Features features, int from, int to, double weight) {
        int first = firstToken(features, from);
        int last = first;
        while (last + 1 < features.tokens().size() && features.tokens().from(last + 1) < to) {
            last++;
        }
        for (int t = first; t <= last && t < features.tokens().size(); t++) {
            shares[t] += weight / (last - first + 1);
        }
    }

    /** The token that covers a place, or the next one. */
    private static int firstToken(Features features, int place) {
        int low = 0;
        int high = features.tokens().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (features.tokens().to(middle) > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean addStrongest(Features features, List<Evidence> found, CitationType toward) {
        int best = -1;
        for (int t = 0; t < features.tokens().size(); t++) {
            if (!used[t] && isWord(features, t) && (best < 0 || Math.abs(shares[t]) > Math.abs(shares[best]))) {
                best = t;
            }
        }
        if (best < 0 || Math.abs(shares[best]) < LEAST) {
            return false;
        }
        double least = Math.abs(shares[best]) / 2;
        int first = best;
        int last = best;
        double weight = shares[best];
        used[best] = true;
        while (first > 0 && belongs(features, first - 1, shares[best], least)) {
            first--;
            used[first] = true;
            weight += shares[first];
        }
        while (last + 1 < features.tokens().size() && belongs(features, last + 1, shares[best], least)) {
            last++;
            used[last] = true;
            weight += shares[last];
        }
        int from = features.tokens().from(first);
        int to = features.tokens().to(last);
        found.add(new Evidence(
                Optional.of("text"),
                Optional.of(features.original(from, to)),
                feature(features, from, to),
                weight,
                toward));
        return true;
    }

    private boolean belongs(Features features, int token, double with, double least) {
        return !used[token] && isWord(features, token) && shares[token] * with > 0 && Math.abs(shares[token]) >= least;
    }

    private static boolean isWord(Features features, int token) {
        char c = features.text().charAt(features.tokens().from(token));
        return Character.isLetterOrDigit(c) || c == NormalText.TARGET;
    }

    /** The class of the longest cue that touches the span, else the words themselves. */
    private String feature(Features features, int from, int to) {
        int cue = features.longestCue(from, to);
        if (cue >= 0) {
            return cues.get(cue).kind().word();
        }
        var words = new StringBuilder();
        for (int i = from; i < Math.min(to, from + 60); i++) {
            char c = features.text().charAt(i);
            words.append(c == NormalText.TARGET ? "<cite>" : c == NormalText.OTHER ? "<other>" : String.valueOf(c));
        }
        return words.toString();
    }
}
