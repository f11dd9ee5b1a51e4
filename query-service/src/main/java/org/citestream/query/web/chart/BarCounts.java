package org.citestream.query.web.chart;

import org.citestream.query.vocabulary.CitationType;

/** Statements per type of one bar. */
public record BarCounts(long supporting, long mentioning, long contrasting, long unclassified, long notASentence) {

    static final BarCounts NONE = new BarCounts(0, 0, 0, 0, 0);

    public long total() {
        return supporting + mentioning + contrasting + unclassified + notASentence;
    }

    BarCounts plus(CitationType type, long more) {
        return plus(
                switch (type) {
                    case SUPPORTING -> new BarCounts(more, 0, 0, 0, 0);
                    case MENTIONING -> new BarCounts(0, more, 0, 0, 0);
                    case CONTRASTING -> new BarCounts(0, 0, more, 0, 0);
                    case UNCLASSIFIED -> new BarCounts(0, 0, 0, more, 0);
                    case NOT_A_SENTENCE -> new BarCounts(0, 0, 0, 0, more);
                });
    }

    BarCounts plus(BarCounts other) {
        return new BarCounts(
                supporting + other.supporting,
                mentioning + other.mentioning,
                contrasting + other.contrasting,
                unclassified + other.unclassified,
                notASentence + other.notASentence);
    }
}
