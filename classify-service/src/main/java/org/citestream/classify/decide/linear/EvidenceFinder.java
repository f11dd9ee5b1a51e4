package org.citestream.classify.decide.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.Cue;

/**
 * Explains a decision by words: every feature's weight toward the decided class, less the mean of the other two, is
 * shared out over the words it covers, of the sentence and of its neighbours; words side by side of the same sign
 * become one span. Not safe for use by several threads.
 */
final class EvidenceFinder {

    private static final int MOST = 6;
    private static final double LEAST = 0.02;
    private static final int LONGEST_WORDS = 60;
    private static final int SENTENCE = 0;
    /** Places in the order of {@link Features#passage}, as the contract calls them. */
    private static final List<String> PLACES = List.of("text", "before", "after");

    private final List<Cue> cues;
    /** What every feature of a group counts, for the statement at hand. */
    private final float[] values = new float[Features.GROUPS];

    private final PassageShares[] shares = {new PassageShares(), new PassageShares(), new PassageShares()};

    EvidenceFinder(List<Cue> cues) {
        this.cues = cues;
    }

    List<Evidence> find(Features features, ModelFile model, Statement statement, CitationType toward) {
        int column = column(toward);
        for (int place = 0; place < shares.length; place++) {
            shares[place].begin(features.passage(place));
        }
        for (int group = 0; group < values.length; group++) {
            values[group] = features.groupValue(group);
        }
        double standing = 0;
        for (int i = 0; i < features.size(); i++) {
            double weight = values[features.group(i)] * pull(model, features.bucket(i), column);
            if (features.from(i) >= 0) {
                shares[Features.place(features.group(i))].add(features.from(i), features.to(i), weight);
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

    private boolean addStrongest(Features features, List<Evidence> found, CitationType toward) {
        int place = SENTENCE;
        for (int other = 1; other < shares.length; other++) {
            place = shares[other].strongest() > shares[place].strongest() ? other : place;
        }
        if (shares[place].strongest() < LEAST) {
            return false;
        }
        PassageShares.WeightedRange stretch = shares[place].take();
        Passage passage = features.passage(place);
        int from = passage.tokens().from(stretch.first());
        int to = passage.tokens().to(stretch.last());
        found.add(new Evidence(
                Optional.of(PLACES.get(place)),
                Optional.of(passage.original(from, to)),
                feature(features, place, from, to),
                stretch.weight(),
                toward));
        return true;
    }

    /** The class of the longest cue of the sentence that touches the span, else the words themselves. */
    private String feature(Features features, int place, int from, int to) {
        int cue = place == SENTENCE ? features.longestCue(from, to) : -1;
        if (cue >= 0) {
            return cues.get(cue).kind().word();
        }
        NormalText text = features.passage(place).text();
        var words = new StringBuilder();
        for (int i = from; i < Math.min(to, from + LONGEST_WORDS); i++) {
            char c = text.charAt(i);
            words.append(c == NormalText.TARGET ? "<cite>" : c == NormalText.OTHER ? "<other>" : String.valueOf(c));
        }
        return words.toString();
    }
}
