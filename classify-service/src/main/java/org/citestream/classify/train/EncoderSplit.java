package org.citestream.classify.train;

/**
 * Which labelled rows the encoder learns from. The rows themselves decide, so that whoever measures or blends it knows
 * what it has not seen.
 */
public final class EncoderSplit {

    private static final int DEVELOPMENT_SHARE = 5;

    private EncoderSplit() {}

    /**
     * Held out of every course: SciCite's own development rows, one clinical paper in five, the gold set's development
     * articles, and its random rows wherever they stand: they are the yardstick of the traffic, and few.
     */
    public static boolean development(LabelledRow row) {
        return switch (row.source()) {
            case "gold" -> row.split().equals("dev") || row.random();
            case "clinical", "disagreement" -> part(row.paper(), DEVELOPMENT_SHARE) == 0;
            default -> row.split().equals("dev");
        };
    }

    /** Whether the encoder has not seen a row that is labelled by our definition. */
    static boolean unseen(LabelledRow row) {
        return row.definite() && development(row);
    }

    /** Which of so many parts a text belongs to, the same in every run. */
    public static int part(String text, int parts) {
        return Math.floorMod(text.hashCode(), parts);
    }
}
