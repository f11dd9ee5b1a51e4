package org.citestream.classify.decide.encoder;

import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.ClassifierDecorator;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.EncoderStatus;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.ExplainingClassifier;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;

/**
 * Asks a second model about statements of which the first is unsure, and blends both. Whether it is asked depends on
 * the statement alone, never on its neighbours: the same statement always gets the same label.
 */
public final class Cascade extends ClassifierDecorator implements ExplainingClassifier {

    private final EncoderScorer second;
    private final DeferralRule doubt;
    private final Blends blends;
    private final TypeScores mix;
    private final Thresholds thresholds;

    /**
     * Combines two models.
     *
     * @param doubt on which decisions of the first the second is asked
     * @param blends how both become one
     * @param mix of the types that both opinions are calibrated for
     * @param thresholds confidence below which it abstains, by type
     */
    public Cascade(
            Classifier first,
            EncoderScorer second,
            DeferralRule doubt,
            Blends blends,
            TypeScores mix,
            Thresholds thresholds) {
        super(first);
        this.second = second;
        this.doubt = doubt;
        this.blends = blends;
        this.mix = mix;
        this.thresholds = thresholds;
    }

    @Override
    public Thresholds thresholds() {
        return thresholds;
    }

    @Override
    public EncoderStatus second() {
        return new EncoderStatus(EncoderStatus.EncoderState.ON, doubt.share(), second.model());
    }

    @Override
    public Decision decide(Statement statement) {
        Decision decision = first().decide(statement);
        if (!doubt.about(decision)) {
            return shown(decision, Encoder.NOT_ASKED);
        }
        try {
            return both(decision, second.scores(EncoderInput.of(statement)), decision.evidence());
        } catch (EncoderException e) {
            return shown(decision, Encoder.MISSING);
        }
    }

    @Override
    public Decision decideAlone(Statement statement) {
        return shown(first().decide(statement), Encoder.NOT_ASKED);
    }

    @Override
    public Decision explain(Statement statement) {
        Decision decision = first().decide(statement);
        if (decision.failure().isPresent()) {
            return saying(decision, Encoder.NOT_ASKED);
        }
        try {
            EncoderInput input = EncoderInput.of(statement);
            return both(decision, second.scores(input), new Occlusion(second).why(input));
        } catch (EncoderException e) {
            return shown(decision, Encoder.MISSING);
        }
    }

    private Decision both(Decision decision, EncoderScores opinion, List<Evidence> evidence) {
        TypeScores scores = blends.types(decision.scores(), opinion.type(), mix);
        Optional<IntentScores> intent = decision.intent().map(intents -> blends.intents(intents, opinion.intent()));
        return new Decision(
                scores, scores.confidence(), thresholds.of(scores), intent, evidence, Encoder.ASKED, Optional.empty());
    }

    /** The first model's decision alone, by the thresholds of both. */
    private Decision shown(Decision decision, Encoder encoder) {
        return new Decision(
                decision.scores(),
                decision.confidence(),
                thresholds.of(decision.scores()),
                decision.intent(),
                decision.evidence(),
                encoder,
                decision.failure());
    }

    static Decision saying(Decision decision, Encoder encoder) {
        return new Decision(
                decision.scores(),
                decision.confidence(),
                decision.threshold(),
                decision.intent(),
                decision.evidence(),
                encoder,
                decision.failure());
    }
}
