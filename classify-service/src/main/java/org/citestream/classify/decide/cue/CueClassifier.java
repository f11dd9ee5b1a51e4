package org.citestream.classify.decide.cue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.section.Section;

/**
 * The readable model: a few hand-set weights on cue classes. What supports or contrasts must show own evidence beside
 * agreement or disagreement; either alone is a mention. Its confidence is not calibrated on data, so it serves where no
 * trained model is at hand and as the yardstick of the trained one.
 */
public final class CueClassifier implements Classifier {

    private static final double OWN_AND_AGREEMENT = 2.4;
    private static final double OWN_AND_DISAGREEMENT = 2.2;
    private static final double RESULTS_OR_DISCUSSION = 0.5;
    private static final double MENTION = 2.0;

    private final CueList list = CueList.shipped();
    private final CueAutomaton automaton = new CueAutomaton(list.cues());
    private final Thresholds thresholds;

    /**
     * Loads the shipped cues.
     *
     * @param threshold confidence below which it abstains, in [0, 1]
     */
    public CueClassifier(double threshold) {
        this.thresholds = Thresholds.all(threshold);
    }

    @Override
    public ModelName model() {
        return new ModelName("cues", "1", list.checksum());
    }

    @Override
    public Thresholds thresholds() {
        return thresholds;
    }

    @Override
    public Decision decide(Statement statement) {
        requireNonNull(statement, "statement");
        if (statement.text().codePoints().noneMatch(Character::isLetter)) {
            return Decision.failed(Decision.NOT_A_SENTENCE, thresholds, Encoder.OFF);
        }
        var text = new NormalText().read(statement.text(), statement.markers());
        Map<CueClass, Span> first = new EnumMap<>(CueClass.class);
        automaton.scan(
                text,
                (cue, from, to) -> first.putIfAbsent(automaton.cues().get(cue).kind(), text.original(from, to)));
        boolean own = first.containsKey(CueClass.OWN_EVIDENCE);
        boolean late =
                statement.section().filter(CueClassifier::mayHoldFindings).isPresent();
        double supporting = own && first.containsKey(CueClass.AGREEMENT) ? OWN_AND_AGREEMENT : -1;
        double contrasting = own && first.containsKey(CueClass.DISAGREEMENT) ? OWN_AND_DISAGREEMENT : -2;
        double bonus = late ? RESULTS_OR_DISCUSSION : -RESULTS_OR_DISCUSSION;
        var scores = TypeScores.softmax(supporting + bonus, MENTION, contrasting + bonus);
        return new Decision(
                scores,
                scores.confidence(),
                thresholds.of(scores),
                Optional.of(intent(statement, first)),
                evidence(first),
                Encoder.OFF,
                Optional.empty());
    }

    private static boolean mayHoldFindings(Section section) {
        return section == Section.RESULTS || section == Section.DISCUSSION;
    }

    private static IntentScores intent(Statement statement, Map<CueClass, Span> cues) {
        boolean methods = statement.section().filter(Section.METHODS::equals).isPresent();
        double method = (cues.containsKey(CueClass.USE) ? 1 : -1) + (methods ? 1.5 : 0);
        boolean compares = cues.containsKey(CueClass.AGREEMENT) || cues.containsKey(CueClass.DISAGREEMENT);
        double result = cues.containsKey(CueClass.OWN_EVIDENCE) && compares ? 2 : -1;
        return IntentScores.softmax(0.5, method, result);
    }

    private static List<Evidence> evidence(Map<CueClass, Span> cues) {
        var evidence = new ArrayList<Evidence>();
        add(evidence, cues, CueClass.AGREEMENT, OWN_AND_AGREEMENT / 2, CitationType.SUPPORTING);
        add(evidence, cues, CueClass.DISAGREEMENT, OWN_AND_DISAGREEMENT / 2, CitationType.CONTRASTING);
        boolean contrast = cues.containsKey(CueClass.DISAGREEMENT);
        var toward = contrast ? CitationType.CONTRASTING : CitationType.SUPPORTING;
        add(evidence, cues, CueClass.OWN_EVIDENCE, OWN_AND_AGREEMENT / 2, toward);
        return evidence;
    }

    private static void add(
            List<Evidence> evidence, Map<CueClass, Span> cues, CueClass kind, double weight, CitationType toward) {
        Span span = cues.get(kind);
        if (span != null) {
            evidence.add(new Evidence(Optional.of("text"), Optional.of(span), kind.word(), weight, toward));
        }
    }
}
