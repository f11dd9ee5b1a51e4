package org.citestream.query.tally;

/**
 * A share of a count with its 95 % confidence interval by Wilson (1927), which holds for small counts and for shares near 0 and 1.
 *
 * @param share 0 to 1
 * @param low lower end, 0 to share
 * @param high upper end, share to 1
 */
public record WilsonInterval(double share, double low, double high) {

    /** The standard normal quantile of 97.5 %. */
    private static final double Z = 1.959964;

    /**
     * Of {@code part} in {@code whole}.
     *
     * @throws IllegalArgumentException unless 0 ≤ part ≤ whole and whole is at least 1
     */
    public static WilsonInterval of(long part, long whole) {
        if (part < 0 || whole < 1 || part > whole) {
            throw new IllegalArgumentException("no share: %d of %d".formatted(part, whole));
        }
        double share = (double) part / whole;
        double square = Z * Z / whole;
        double middle = (share + square / 2) / (1 + square);
        double reach = Z * Math.sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square);
        return new WilsonInterval(
                share, Math.max(0, Math.min(share, middle - reach)), Math.min(1, Math.max(share, middle + reach)));
    }
}
