package org.citestream.ingest.parse;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The names that a format gives to the roles of {@link FlowReader}.
 *
 * @param roles by element; what is not named is inline, so that no marker is lost in an element nobody knew
 * @param sectionType the attribute with the publisher's own type of a section; null where the format has none
 * @param pointers what the pointer that the cursor stands on points at
 */
record Vocabulary(Map<String, Role> roles, String sectionType, Function<XmlCursor, Pointer> pointers) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    Role roleOf(String element) {
        return roles.getOrDefault(element, Role.INLINE);
    }

    /** The publisher's own type of the section that the cursor stands on, or null. */
    String sectionType(XmlCursor at) {
        String type = at.attribute(sectionType);
        return type == null || type.isBlank() ? null : type.strip();
    }

    /** What the pointer that the cursor stands on points at. */
    Pointer pointer(XmlCursor at) {
        return pointers.apply(at);
    }

    /** Whether a pointer is a citation, and of which keys. */
    record Pointer(PointerKind kind, List<String> targets) {
        enum PointerKind {
            /** The file calls it a citation. */
            CITATION,
            /** It is one if a target turns out to be a reference. */
            PERHAPS,
            OTHER
        }

        static final Pointer ELSEWHERE = new Pointer(PointerKind.OTHER, List.of());
    }

    /** The words of an attribute that names several things; empty for null. */
    static List<String> wordsOf(String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        String words = value.strip();
        return isOneWord(words) ? List.of(words) : List.of(BLANKS.split(words, -1));
    }

    private static boolean isOneWord(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ') {
                return false;
            }
        }
        return true;
    }
}
