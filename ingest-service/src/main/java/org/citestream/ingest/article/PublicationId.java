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
        Kind.of(value);
    }

    /** The kinds from the best known to the least; an alias always leads from a later kind to an earlier one. */
    public enum Kind {
        DOI,
        PMID,
        PMCID,
        ARXIV,
        REF;

        private static final List<Kind> ALL = List.of(values());

        private final String prefix = name().toLowerCase(Locale.ROOT) + ":";

        /** The part before the local id, with its colon. */
        public String prefix() {
            return prefix;
        }

        private static Kind of(String curie) {
            for (int i = 0; i < ALL.size(); i++) {
                Kind kind = ALL.get(i);
                if (curie.startsWith(kind.prefix) && curie.length() > kind.prefix.length()) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "not a publication id: '" + curie + "' (expected doi:, pmid:, pmcid:, arxiv: or ref:)");
        }
    }

    public Kind kind() {
        return Kind.of(value);
    }

    /** What follows the prefix: {@code 10.1371/journal.pone.0000001}. */
    public String local() {
        return value.substring(kind().prefix().length());
    }

    /** Whether this is only the beginning of DOIs, so that it would hold several works: {@code doi:10.1371/journal}. */
    public boolean isStem() {
        return kind() == Kind.DOI && DoiStem.is(local());
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
