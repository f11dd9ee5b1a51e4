package org.citestream.query.search;

import org.apache.lucene.util.BytesRef;

/**
 * An entity as the index has it: a term that sorts by name. Those with an id stand in a field of their own, for several terms
 * may be one entity. Stateless.
 */
record EntityTerm(String id, String name) {

    private static final char UNIT = '\u001f';
    /** Lucene refuses a longer term. */
    private static final int LONGEST = 1000;

    static BytesRef of(Entity entity) {
        String name = cut(entity.name());
        return new BytesRef(cut(entity.order()) + UNIT + name + (entity.id() == null ? "" : UNIT + cut(entity.id())));
    }

    static EntityTerm read(BytesRef term) {
        String[] parts = term.utf8ToString().split(String.valueOf(UNIT), -1);
        return new EntityTerm(parts.length > 2 ? parts[2] : null, parts[1]);
    }

    private static String cut(String text) {
        String clean = text.replace(UNIT, ' ');
        return clean.length() > LONGEST / 3 ? clean.substring(0, LONGEST / 3) : clean;
    }
}
