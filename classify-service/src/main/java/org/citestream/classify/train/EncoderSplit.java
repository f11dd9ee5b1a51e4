package org.citestream.classify.train;

import org.citestream.classify.decide.encoder.Course;

/**
 * Which labelled rows the encoder learns from. The rows themselves decide, so that whoever measures or blends it knows
 * what it has not seen.
 */
public final class EncoderSplit {

    private static final int DEVELOPMENT_SHARE = 5;
    private static final int SCICITE_BRIEFLY = 2;
    private static final String TRAFFIC = "random";

    private EncoderSplit() {}

    /**
     * Held out of every course: SciCite's own development rows, one clinical paper in five, the gold set's development
     * articles, and its random rows wherever they stand: they are the yardstick of the traffic, and few.
     */
    public static boolean development(LabelledRow row) {
        return switch (row.source()) {
            case "gold" -> row.split().equals("dev") || row.stratum().equals(TRAFFIC);
            case "clinical", "disagreement" -> oneIn(DEVELOPMENT_SHARE, row.paper());
            default -> row.split().equals("dev");
        };
    }

    /** Whether a row of SciCite is read in a brief course: every other one is. */
    public static boolean briefly(LabelledRow row) {
        return oneIn(SCICITE_BRIEFLY, row.text());
    }

    /** Whether an encoder of that course has not seen a row that is labelled by our definition. */
    static boolean unseen(LabelledRow row, Course course) {
        boolean skipped = course == Course.BRIEF && row.source().equals("scicite") && !briefly(row);
        return row.definite() && (development(row) || skipped);
    }

    /** The same share of texts in every run. */
    public static boolean oneIn(int share, String text) {
        return Math.floorMod(text.hashCode(), share) == 0;
    }
}
