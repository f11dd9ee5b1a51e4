package org.citestream.ingest.parse;

import java.util.Map;

/** The names that a format gives to the roles of {@link FlowReader}. */
interface Vocabulary {
    Role roleOf(String element);

    /** The publisher's own type of the section that the cursor stands on, or null. */
    String sectionType(XmlCursor at);

    /** What the pointer that the cursor stands on points at. */
    Pointer pointer(XmlCursor at);

    /** Whether a pointer is a citation, and of which keys. */
    record Pointer(Kind kind, java.util.List<String> targets) {
        enum Kind {
            /** The file calls it a citation. */
            CITATION,
            /** It is one if a target turns out to be a reference. */
            PERHAPS,
            OTHER
        }

        static final Pointer ELSEWHERE = new Pointer(Kind.OTHER, java.util.List.of());
    }

    /** Roles by name; what is not named is inline, so that no marker is lost in an element nobody knew. */
    static Role roleIn(Map<String, Role> roles, String element) {
        return roles.getOrDefault(element, Role.INLINE);
    }
}
