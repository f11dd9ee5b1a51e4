package org.citestream.query.web.chart;

import org.citestream.query.vocabulary.CitationType;

/** Statements per type of one bar. */
public record TypeCounts(long supporting, long mentioning, long contrasting, long unclassified, long notASentence) {

    static final TypeCounts NONE = new TypeCounts(0, 0, 0, 0, 0);

    public long total() {
        return supporting + mentioning + contrasting + unclassified + notASentence;
    }

    TypeCounts plus(CitationType type, long more) {
        return plus(
                switch (type) {
                    case SUPPORTING -> new TypeCounts(more, 0, 0, 0, 0);
                    case MENTIONING -> new TypeCounts(0, more, 0, 0, 0);
                    case CONTRASTING -> new TypeCounts(0, 0, more, 0, 0);
                    case UNCLASSIFIED -> new TypeCounts(0, 0, 0, more, 0);
                    case NOT_A_SENTENCE -> new TypeCounts(0, 0, 0, 0, more);
                });
    }

    TypeCounts plus(TypeCounts other) {
        return new TypeCounts(
                supporting + other.supporting,
                mentioning + other.mentioning,
                contrasting + other.contrasting,
                unclassified + other.unclassified,
                notASentence + other.notASentence);
    }
}
