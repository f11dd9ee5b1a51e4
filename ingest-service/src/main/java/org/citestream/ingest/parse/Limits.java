package org.citestream.ingest.parse;

/**
 * How much of an article is read before it is refused. All are counts greater than zero.
 *
 * @param articleBytes size of the unpacked file
 * @param depth nested elements
 * @param attributes attributes of one element
 * @param attributeLength characters of one attribute value
 * @param textLength characters of one run of text: a paragraph, a title, a reference
 * @param citedText characters of all paragraphs that hold citations, together
 * @param marks in-text citations
 * @param references entries of reference lists
 * @param referenceText characters kept of all reference entries, together
 * @param entityExpansions entities expanded in the whole file
 * @param statements citation statements after ranges are expanded
 */
public record Limits(
        long articleBytes,
        int depth,
        int attributes,
        int attributeLength,
        int textLength,
        int citedText,
        int marks,
        int references,
        int referenceText,
        int entityExpansions,
        int statements) {
    /** What no real article reached, with room to spare, and what fits in 64 MB of heap. */
    public static final Limits DEFAULTS = new Limits(
            50L * 1024 * 1024, 256, 256, 64 * 1024, 1_000_000, 6_000_000, 50_000, 20_000, 6_000_000, 100_000, 50_000);

    public Limits {
        if (articleBytes <= 0
                || depth <= 0
                || attributes <= 0
                || attributeLength <= 0
                || textLength <= 0
                || citedText <= 0
                || marks <= 0
                || references <= 0
                || referenceText <= 0
                || entityExpansions <= 0
                || statements <= 0) {
            throw new IllegalArgumentException("every limit must be greater than zero");
        }
    }
}
