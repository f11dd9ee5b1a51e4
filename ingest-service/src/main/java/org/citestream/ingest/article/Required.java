package org.citestream.ingest.article;

/** Rejects records that lack a required component. Stateless. */
public final class Required {
    private Required() {}

    /**
     * Refuses a null.
     *
     * @throws NullPointerException if one is null; the message says which, counted from 1 in the order given
     */
    public static void all(Object... components) {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == null) {
                throw new NullPointerException(
                        "required component " + (i + 1) + " of " + components.length + " is null");
            }
        }
    }
}
