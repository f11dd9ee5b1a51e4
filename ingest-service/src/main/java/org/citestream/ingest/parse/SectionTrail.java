package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.Section;

/** A section while it is read: its heading comes after its start. */
final class SectionTrail {
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:(?:[0-9]{1,2}(?:\\.[0-9]{1,2})+\\.?|[0-9]{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)](?=\\s))\\s*"
                    + "|[0-9]{1,2}\\s+(?=\\p{Lu}))(?=\\S)");

    private final SectionTrail parent;
    private final String type;
    private final int ordinal;
    private String heading;
    private Section section;

    SectionTrail(SectionTrail parent, String type, int ordinal) {
        this.parent = parent;
        this.type = type;
        this.ordinal = ordinal;
    }

    boolean untitled() {
        return heading == null;
    }

    void head(String raw) {
        heading = withoutNumber(raw);
        section = null;
    }

    /** The heading without the number before it: {@code 2.1. Study design} is {@code Study design}. */
    static String withoutNumber(String raw) {
        Matcher number = NUMBERING.matcher(raw);
        return number.lookingAt() ? raw.substring(number.end()) : raw;
    }

    Section section() {
        if (section == null) {
            List<String> path = new ArrayList<>(
                    parent == null ? List.of() : parent.section().headingPath());
            if (heading != null && !heading.isEmpty()) {
                path.add(heading);
            }
            String nearest =
                    type != null || parent == null ? type : parent.section().type();
            section = new Section(path, nearest, depth(), ordinal);
        }
        return section;
    }

    private int depth() {
        return parent == null ? 1 : parent.depth() + 1;
    }
}
