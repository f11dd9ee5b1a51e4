package org.citestream.classify.decide;

/** Probabilities of the three citation types, each in [0, 1], summing to 1 up to rounding. */
public record TypeScores(double supporting, double mentioning, double contrasting) {

    /** The mix in the wild (scite's published traffic): what is known of a statement before it is read. */
    public static final TypeScores TRAFFIC = new TypeScores(0.0655, 0.9264, 0.0081);

    public TypeScores {
        double sum = supporting + mentioning + contrasting;
        if (!(supporting >= 0 && mentioning >= 0 && contrasting >= 0 && Math.abs(sum - 1) < 1e-3)) {
            throw new IllegalArgumentException(
                    "not probabilities: " + supporting + ", " + mentioning + ", " + contrasting);
        }
    }

    /** Of three raw values, by softmax. */
    public static TypeScores softmax(double supporting, double mentioning, double contrasting) {
        double max = Math.max(supporting, Math.max(mentioning, contrasting));
        double s = Math.exp(supporting - max);
        double m = Math.exp(mentioning - max);
        double c = Math.exp(contrasting - max);
        double sum = s + m + c;
        return new TypeScores(s / sum, m / sum, c / sum);
    }

    /** The most probable type; of equals the more cautious (mentioning first, then supporting). */
    public CitationType best() {
        if (mentioning >= supporting && mentioning >= contrasting) {
            return CitationType.MENTIONING;
        }
        return supporting >= contrasting ? CitationType.SUPPORTING : CitationType.CONTRASTING;
    }

    /** The probability of the most probable type. */
    public double confidence() {
        return Math.max(supporting, Math.max(mentioning, contrasting));
    }
}
