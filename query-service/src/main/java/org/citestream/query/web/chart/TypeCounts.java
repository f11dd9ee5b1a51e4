package org.citestream.query.web.chart;

import org.citestream.query.vocabulary.CitationType;

/** Statements per type of one bar. */
public record TypeCounts(long supporting, long mentioning, long contrasting, long unclassified) {

    static final TypeCounts NONE = new TypeCounts(0, 0, 0, 0);

    public long total() {
        return supporting + mentioning + contrasting + unclassified;
    }

    TypeCounts plus(CitationType type, long more) {
        return switch (type) {
            case SUPPORTING -> new TypeCounts(supporting + more, mentioning, contrasting, unclassified);
            case MENTIONING -> new TypeCounts(supporting, mentioning + more, contrasting, unclassified);
            case CONTRASTING -> new TypeCounts(supporting, mentioning, contrasting + more, unclassified);
            case UNCLASSIFIED -> new TypeCounts(supporting, mentioning, contrasting, unclassified + more);
        };
    }
}
