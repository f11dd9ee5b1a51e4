package org.citestream.query.dialect.scite;

import java.util.List;

/** An author whom the citing and the cited work share, as far as the name is stored. */
record SelfCite(String type, String family, String given) {

    /** From display names: given name, then family name. */
    static List<SelfCite> of(List<String> shared) {
        return shared.stream().map(SelfCite::named).toList();
    }

    private static SelfCite named(String name) {
        int space = name.lastIndexOf(' ');
        return new SelfCite("SHAREDAUTHOR", name.substring(space + 1), space < 0 ? null : name.substring(0, space));
    }
}
