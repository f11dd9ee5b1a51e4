package org.citestream.query.project.event;

import java.util.Set;
import java.util.regex.Pattern;

/** Checks fields against the contract; every failure names the field, so that a parked record explains itself. */
final class Require {

    private static final Pattern PUBLICATION_ID =
            Pattern.compile("(doi:10\\.\\S+|pmid:[1-9][0-9]*|pmcid:PMC[0-9]+|arxiv:\\S+|ref:[0-9a-f]{64})");

    private Require() {}

    static String publicationId(String field, String value) {
        present(field, value);
        if (!PUBLICATION_ID.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is not a publication id: " + value);
        }
        return value;
    }

    static <T> T present(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static long atLeast(String field, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    static String oneOf(String field, Set<String> allowed, String value) {
        present(field, value);
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(field + " must be one of " + allowed + ", not " + value);
        }
        return value;
    }
}
