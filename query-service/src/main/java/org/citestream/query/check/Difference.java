package org.citestream.query.check;

/**
 * A part of a reference that is not as the index has it.
 *
 * @param field title, authors, year, volume, pages or doi
 * @param given as the list has it
 * @param indexed as the index has it
 * @param missing what the list leaves out, or null; of authors only
 * @param extra what only the list has, or null; of authors only
 */
public record Difference(String field, String given, String indexed, String missing, String extra) {

    static Difference of(String field, Object given, Object indexed) {
        return new Difference(field, given.toString(), indexed.toString(), null, null);
    }
}
