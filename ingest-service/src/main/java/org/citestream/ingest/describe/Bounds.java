package org.citestream.ingest.describe;

import java.nio.charset.StandardCharsets;

/** Maximum lengths of the fields of one record, so that none exceeds the broker's limit of 1 MiB. Stateless. */
final class Bounds {
    /** Bytes of a reference as printed; the contract's limit. */
    static final int RAW = 2048;
    /** Bytes of any other short text: a title, a name, a page. */
    static final int SHORT = 1024;
    /** Bytes of an abstract. */
    static final int ABSTRACT = 64 * 1024;
    /** Bytes of a person's family or given name. */
    static final int NAME = 120;
    /** Bytes of a person's affiliations. */
    static final int AFFILIATION = 512;
    /** Institutions of one author. */
    static final int INSTITUTIONS = 3;
    /** Authors of one publication; further ones are cut, as "et al." does. */
    static final int AUTHORS = 1000;
    /** Entries of any other list. */
    static final int LIST = 50;
    /** Bytes of the references in one record. */
    static final int REFERENCES = 512 * 1024;

    private static final String ELLIPSIS = "…";

    private Bounds() {}

    /** The text, or as much of its beginning as fits into so many bytes of UTF-8, with an ellipsis; null for null. */
    static String cut(String text, int bytes) {
        if (text == null || text.length() * 3L <= bytes) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= bytes) {
            return text;
        }
        int end = bytes - ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8) + ELLIPSIS;
    }

    static String brief(String text) {
        return cut(text, SHORT);
    }
}
