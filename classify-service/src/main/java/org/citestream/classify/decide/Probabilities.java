package org.citestream.classify.decide;

/** Arithmetic on the probabilities of three classes. Stateless. */
final class Probabilities {

    private static final double ROUNDING = 1e-3;

    private Probabilities() {}

    /** @throws IllegalArgumentException unless each is at least 0 and they sum to 1 up to rounding */
    static void check(double a, double b, double c) {
        if (!(a >= 0 && b >= 0 && c >= 0 && Math.abs(a + b + c - 1) < ROUNDING)) {
            throw new IllegalArgumentException("not probabilities: " + a + ", " + b + ", " + c);
        }
    }

    /** Of three raw values, by softmax. */
    static double[] softmax(double a, double b, double c) {
        double max = max(a, b, c);
        double[] p = {Math.exp(a - max), Math.exp(b - max), Math.exp(c - max)};
        double sum = p[0] + p[1] + p[2];
        return new double[] {p[0] / sum, p[1] / sum, p[2] / sum};
    }

    static double max(double a, double b, double c) {
        return Math.max(a, Math.max(b, c));
    }
}
