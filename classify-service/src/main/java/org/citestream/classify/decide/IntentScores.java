package org.citestream.classify.decide;

/** Probabilities of the three intents, each in [0, 1], summing to 1 up to rounding. */
public record IntentScores(double background, double method, double result) {

    public IntentScores {
        Probabilities.check(background, method, result);
    }

    /** Of three raw values, by softmax. */
    public static IntentScores softmax(double background, double method, double result) {
        double[] p = Probabilities.softmax(background, method, result);
        return new IntentScores(p[0], p[1], p[2]);
    }

    /** Background, method, result. */
    public double[] array() {
        return new double[] {background, method, result};
    }

    /** The most probable intent; of equals background first. */
    public Intent best() {
        if (background >= method && background >= result) {
            return Intent.BACKGROUND;
        }
        return method >= result ? Intent.METHOD : Intent.RESULT;
    }

    /** The probability of the most probable intent. */
    public double confidence() {
        return Probabilities.max(background, method, result);
    }
}
