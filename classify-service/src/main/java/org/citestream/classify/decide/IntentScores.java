package org.citestream.classify.decide;

/** Probabilities of the three intents, each in [0, 1], summing to 1 up to rounding. */
public record IntentScores(double background, double method, double result) {

    public IntentScores {
        double sum = background + method + result;
        if (!(background >= 0 && method >= 0 && result >= 0 && Math.abs(sum - 1) < 1e-3)) {
            throw new IllegalArgumentException("not probabilities: " + background + ", " + method + ", " + result);
        }
    }

    /** Of three raw values, by softmax. */
    public static IntentScores softmax(double background, double method, double result) {
        double max = Math.max(background, Math.max(method, result));
        double b = Math.exp(background - max);
        double m = Math.exp(method - max);
        double r = Math.exp(result - max);
        double sum = b + m + r;
        return new IntentScores(b / sum, m / sum, r / sum);
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
        return Math.max(background, Math.max(method, result));
    }
}
