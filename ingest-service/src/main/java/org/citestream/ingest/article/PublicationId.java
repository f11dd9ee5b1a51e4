package org.citestream.ingest.article;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The id of a publication as a CURIE: {@code doi:}, {@code pmid:}, {@code pmcid:}, {@code arxiv:} or {@code ref:}.
 *
 * @param value the whole CURIE; DOIs are lower-case
 */
public record PublicationId(String value) implements Comparable<PublicationId> {
    public PublicationId {
        Objects.requireNonNull(value, "value");
        Scheme.of(value);
    }

    /** The kinds from the best known to the least; an alias always leads from a later kind to an earlier one. */
    public enum Scheme {
        DOI,
        PMID,
        PMCID,
        ARXIV,
        REF;

        private static final List<Scheme> ALL = List.of(values());

        private final String prefix = name().toLowerCase(Locale.ROOT) + ":";

        /** The part before the local id, with its colon. */
        public String prefix() {
            return prefix;
        }

        private static Scheme of(String curie) {
            for (int i = 0; i < ALL.size(); i++) {
                Scheme kind = ALL.get(i);
                if (curie.startsWith(kind.prefix) && curie.length() > kind.prefix.length()) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "not a publication id: '" + curie + "' (expected doi:, pmid:, pmcid:, arxiv: or ref:)");
        }
    }

    public Scheme kind() {
        return Scheme.of(value);
    }

    /** What follows the prefix: {@code 10.1371/journal.pone.0000001}. */
    public String local() {
        return value.substring(kind().prefix().length());
    }

    /** Whether this is only the beginning of DOIs, so that it would hold several works: {@code doi:10.1371/journal}. */
    public boolean isStem() {
        return kind() == Scheme.DOI && DoiStem.is(local());
    }

    @Override
    public int compareTo(PublicationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
