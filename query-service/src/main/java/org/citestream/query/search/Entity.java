package org.citestream.query.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Whom or what works are listed by.
 *
 * @param id by which it is known whatever it is called: ORCID iD, ROR id, funder id; null where it goes by its name
 * @param name as a work prints it
 */
public record Entity(EntityKind kind, String id, String name) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    /** What it is. */
    public enum EntityKind {
        AUTHOR,
        JOURNAL,
        AFFILIATION,
        FUNDER;

        /** Of many: as paths and headings have it. */
        public String plural() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }
    }

    public Entity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** What it is asked for by: its id, else its name. */
    public String key() {
        return id == null ? name : id;
    }

    /** By what names are ordered: without case and accents, persons by their last word. */
    String order() {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
        int last = plain.lastIndexOf(' ');
        return kind == EntityKind.AUTHOR && last > 0
                ? plain.substring(last + 1) + " " + plain.substring(0, last)
                : plain;
    }
}
