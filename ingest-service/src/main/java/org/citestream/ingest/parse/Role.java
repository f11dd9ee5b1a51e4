package org.citestream.ingest.parse;

/** What an element does to the running text of an article. */
enum Role {
    /** Part of the text around it. */
    INLINE,
    /** Part of the text, set off by blanks. */
    SPACED,
    /** A paragraph of its own. */
    BLOCK,
    /** A paragraph that may have been cut by a page, a figure or a table, and goes on in the next of its kind. */
    CUT_BLOCK,
    /** A section; its heading follows. */
    SECTION,
    /** Heading of the section that it is a child of, else a block. */
    HEADING,
    /** Stands outside the text it is anchored in: that text goes on behind it. */
    FLOAT,
    /** A float with the words of a figure or table. */
    CAPTION,
    FOOTNOTE,
    ROW,
    /** A cell of a table: a paragraph, whatever it is made of. */
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
