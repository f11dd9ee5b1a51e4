package org.citestream.classify.decide.linear;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Language;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueList;

/**
 * The trained model. Each thread has buffers of its own; apart from the answer itself nothing is allocated for a
 * statement once they are large enough.
 */
public final class LinearClassifier implements Classifier {

    /** Where no encoder stands behind it. */
    public static final Thresholds ALONE = Thresholds.all(0.85);

    private final ModelFile model;
    private final Thresholds thresholds;
    private final ThreadLocal<Buffers> workplaces;

    /**
     * Of trained weights.
     *
     * @param thresholds confidence below which it abstains, by type
     */
    public LinearClassifier(ModelFile model, Thresholds thresholds) {
        this.model = requireNonNull(model, "model");
        this.thresholds = requireNonNull(thresholds, "thresholds");
        var automaton = new CueAutomaton(CueList.shipped().cues());
        this.workplaces = ThreadLocal.withInitial(() -> new Buffers(automaton));
    }

    /** What one thread needs. */
    private static final class Buffers {
        private final Features features;
        private final float[] sums = new float[Features.GROUPS * ModelFile.COLUMNS];
        private final double[] margins = new double[ModelFile.COLUMNS];
        private final EvidenceFinder evidence;

        Buffers(CueAutomaton automaton) {
            features = new Features(automaton);
            evidence = new EvidenceFinder(automaton.cues());
        }
    }

    @Override
    public ModelName model() {
        return model.name();
    }

    @Override
    public Thresholds thresholds() {
        return thresholds;
    }

    @Override
    public Decision decide(Statement statement) {
        var workplace = workplaces.get();
        Features features = workplace.features.read(statement);
        if (!Language.mayBeEnglish(features.text(), statement.language())) {
            return Decision.failed("the sentence is not English", thresholds, Encoder.OFF);
        }
        if (features.realWords() == 0) {
            return Decision.failed(Decision.NOT_A_SENTENCE, thresholds, Encoder.OFF);
        }
        double[] m = margins(features, workplace);
        var scores = types(m);
        CitationType best = scores.best();
        return new Decision(
                scores,
                scores.confidence(),
                thresholds.of(scores),
                Optional.of(intents(m)),
                workplace.evidence.find(features, model, statement, best),
                Encoder.OFF,
                Optional.empty());
    }

    /** Sums group by group in whole numbers' order, so that a statement always gives the same margins. */
    private double[] margins(Features features, Buffers workplace) {
        float[] sums = workplace.sums;
        java.util.Arrays.fill(sums, 0);
        for (int i = 0; i < features.size(); i++) {
            int at = features.group(i) * ModelFile.COLUMNS;
            int bucket = features.bucket(i);
            for (int c = 0; c < ModelFile.COLUMNS; c++) {
                sums[at + c] += model.raw(bucket, c);
            }
        }
        double[] margins = workplace.margins;
        for (int c = 0; c < ModelFile.COLUMNS; c++) {
            double sum = 0;
            for (int g = 0; g < Features.GROUPS; g++) {
                sum += sums[g * ModelFile.COLUMNS + c] * features.groupValue(g);
            }
            margins[c] = sum * model.scale(c) + model.bias(c);
        }
        return margins;
    }

    private TypeScores types(double[] m) {
        MatrixScaling to = model.stance();
        return TypeScores.softmax(
                to.logit(0, m[0], m[1], m[2]), to.logit(1, m[0], m[1], m[2]), to.logit(2, m[0], m[1], m[2]));
    }

    private IntentScores intents(double[] m) {
        MatrixScaling to = model.intent();
        return IntentScores.softmax(
                to.logit(0, m[3], m[4], m[5]), to.logit(1, m[3], m[4], m[5]), to.logit(2, m[3], m[4], m[5]));
    }

    /** Margins of a statement, for training's calibration. */
    public double[] margins(Statement statement) {
        var workplace = workplaces.get();
        return margins(workplace.features.read(statement), workplace).clone();
    }
}
