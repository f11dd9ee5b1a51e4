package org.citestream.classify.decide.encoder;

import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.Explaining;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.SecondOpinion;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.TypeScores;

/**
 * Asks a second opinion about what the first classifier doubts, and takes the mean of both. Whether it is asked hangs
 * on the statement alone, never on those beside it: the same statement always gets the same label.
 */
public final class Cascade implements Explaining {

    private final Classifier first;
    private final Opinion second;
    private final Doubt doubt;

    /**
     * Of two opinions.
     *
     * @param doubt about which decisions of the first the second is asked
     */
    public Cascade(Classifier first, Opinion second, Doubt doubt) {
        this.first = first;
        this.second = second;
        this.doubt = doubt;
    }

    @Override
    public ModelName model() {
        return first.model();
    }

    @Override
    public double threshold() {
        return first.threshold();
    }

    @Override
    public SecondOpinion second() {
        return new SecondOpinion(SecondOpinion.State.ON, doubt.share(), second.model());
    }

    @Override
    public Decision decide(Statement statement) {
        Decision decision = first.decide(statement);
        if (!doubt.about(decision)) {
            return saying(decision, Encoder.NOT_ASKED);
        }
        try {
            return mean(decision, second.scores(EncoderInput.of(statement)), decision.evidence());
        } catch (EncoderException e) {
            return saying(decision, Encoder.MISSING);
        }
    }

    @Override
    public Decision explain(Statement statement) {
        Decision decision = first.decide(statement);
        if (decision.failure().isPresent()) {
            return saying(decision, Encoder.NOT_ASKED);
        }
        try {
            EncoderInput input = EncoderInput.of(statement);
            return mean(decision, second.scores(input), new Occlusion(second).why(input));
        } catch (EncoderException e) {
            return saying(decision, Encoder.MISSING);
        }
    }

    private static Decision mean(Decision decision, EncoderScores opinion, List<Evidence> evidence) {
        TypeScores scores = mean(decision.scores(), opinion.type());
        Optional<IntentScores> intent = decision.intent().map(intents -> mean(intents, opinion.intent()));
        return new Decision(
                scores, scores.confidence(), decision.threshold(), intent, evidence, Encoder.ASKED, Optional.empty());
    }

    private static TypeScores mean(TypeScores a, TypeScores b) {
        return new TypeScores(
                (a.supporting() + b.supporting()) / 2,
                (a.mentioning() + b.mentioning()) / 2,
                (a.contrasting() + b.contrasting()) / 2);
    }

    private static IntentScores mean(IntentScores a, IntentScores b) {
        return new IntentScores(
                (a.background() + b.background()) / 2, (a.method() + b.method()) / 2, (a.result() + b.result()) / 2);
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
