package org.citestream.cli.gold;

/** Train or dev, by citing article, so that no article stands in both. */
enum ArticleSplit {
    TRAIN("train"),
    DEV("dev");

    private static final int HEX_DIGITS = 8;
    private static final int HEX = 16;
    private static final long DEV_PERCENT = 15;

    private final String word;

    ArticleSplit(String word) {
        this.word = word;
    }

    /** Dev where the first 32 bits of SHA-256 of the citing work's id, modulo 100, are below 15. */
    static ArticleSplit of(String citing) {
        long number = Long.parseLong(SentenceHash.hex(citing).substring(0, HEX_DIGITS), HEX);
        return number % 100 < DEV_PERCENT ? DEV : TRAIN;
    }

    String word() {
        return word;
    }
}
