package org.citestream.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.encoder.DeferralRule;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;
import org.citestream.classify.train.EncoderSplit;
import org.citestream.classify.train.TrafficFile;

/**
 * Statements of ordinary articles that nobody has labelled, for a teacher to read: those that the line would ask the encoder
 * about, and some of the others.
 */
public final class UnlabelledStatements {

    /** Source of these examples. */
    public static final String SOURCE = "unlabelled";

    /** A little more than is asked as shipped, so that the limits may move. */
    private static final double ASKED = 0.2;

    private static final int OTHERS_SHARE = 12;

    private UnlabelledStatements() {}

    /**
     * Reads a file that {@code deploy/citestream extract} printed.
     *
     * @param heldOut sentences that are left out, as training must not see them
     */
    public static List<Example> read(Path file, Set<String> heldOut) throws IOException {
        var linear = new LinearClassifier(ModelSource.load(Optional.empty()), Thresholds.all(0));
        DeferralRule doubt = DeferralRule.about(ASKED);
        return TrafficFile.read(file, 1).stream()
                .filter(statement -> !heldOut.contains(statement.text()))
                .filter(statement -> teaches(linear, doubt, statement))
                .map(UnlabelledStatements::example)
                .toList();
    }

    private static boolean teaches(Classifier linear, DeferralRule doubt, Statement statement) {
        Decision decision = linear.decide(statement);
        return decision.failure().isEmpty()
                && (decision.scores().mentioning() < doubt.mention()
                        || EncoderSplit.part(statement.text(), OTHERS_SHARE) == 0);
    }

    private static Example example(Statement statement) {
        return new Example(EncoderInput.of(statement), SOURCE, "", "", Set.of(), 0, Set.of(), 0, false);
    }
}
