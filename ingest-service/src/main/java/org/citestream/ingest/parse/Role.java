package org.citestream.ingest.parse;

/** What an element does to the running text of an article. */
enum Role {
    /** Part of the text around it. */
    INLINE,
    /** Part of the text, set off by blanks. */
    SPACED,
    /** A paragraph of its own. */
    BLOCK,
    /** A section; its heading follows. */
    SECTION,
    /** Heading of the section that it is a child of, else a block. */
    HEADING,
    /** Stands outside the text it is anchored in: that text goes on behind it. */
    FLOAT,
    /** A float with the words of a figure or table. */
    CAPTION,
    FOOTNOTE,
    /** A row of a table: one paragraph, so that a lone marker in a cell keeps the words that say what it is about. */
    ROW,
    CELL,
    /** A pointer that may be a citation. */
    MARK,
    /** Superscript. */
    RAISED,
    MATH,
    TEX,
    /** The same thing said several ways; one is enough. */
    ALTERNATIVES,
    BREAK,
    /** A list of references. */
    REFERENCES,
    /** Nothing to read. */
    SKIP
}
