package org.citestream.query.simulation;

/** What else happens in a seed, while processes die, connections break and partitions move as in each. */
enum SeedKind {
    PROCESSES_DIE("processes die"),
    VIEW_IS_REBUILT("the view is rebuilt"),
    DATABASE_GOES_BACK("the database goes back");

    private static final int REBUILT_OF_TWENTY = 7;
    private static final int BACK_OF_TWENTY = 13;

    private final String words;

    SeedKind(String words) {
        this.words = words;
    }

    /** The kind of a seed, so that its number alone says all: the two that make whole schemas or databases are a tenth. */
    static SeedKind of(long seed) {
        return switch ((int) (seed % 20)) {
            case REBUILT_OF_TWENTY -> VIEW_IS_REBUILT;
            case BACK_OF_TWENTY -> DATABASE_GOES_BACK;
            default -> PROCESSES_DIE;
        };
    }

    /** How often the view is rebuilt at most. */
    int rebuilds() {
        return this == VIEW_IS_REBUILT ? 2 : 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
