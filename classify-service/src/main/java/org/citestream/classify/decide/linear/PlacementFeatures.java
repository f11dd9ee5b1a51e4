package org.citestream.classify.decide.linear;

import java.util.List;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;

/** Where a statement stands: section, heading, size of the marker group, place of the target in the sentence. */
final class PlacementFeatures {

    private static final int GROUP = Features.STANDING;
    private static final int MOST_HEADING = 200;

    private final FeatureSet set;

    PlacementFeatures(FeatureSet set) {
        this.set = set;
    }

    void read(NormalText text, int target, Statement statement) {
        set.add(GROUP, Hash.of(100, Math.min(statement.groupSize(), 5)));
        statement.section().ifPresent(section -> set.add(GROUP, Hash.of(101, section.number())));
        List<String> headings = statement.headings();
        for (int i = 0; i < headings.size(); i++) {
            heading(headings.get(i), i == headings.size() - 1 ? 107 : 108);
        }
        set.add(GROUP, Hash.of(109, statement.position().hashCode()));
        int length = Math.max(1, text.length());
        set.add(GROUP, Hash.of(102, target < 0 ? 9 : 5 * target / length));
        set.add(GROUP, Hash.of(103, Math.min(length / 60, 6)));
        int others = 0;
        int numbers = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            others += c == NormalText.OTHER ? 1 : 0;
            numbers += c == '%' || c == '\u00b1' || c == '=' ? 1 : 0;
        }
        set.add(GROUP, Hash.of(104, Math.min(others, 4)));
        set.add(GROUP, Hash.of(105, Math.min(numbers, 3)));
        set.add(GROUP, Hash.of(106, target < 0 ? 2 : endsAt(text, target) ? 1 : 0));
    }

    /** Whether nothing but punctuation follows: a parenthetical citation at the sentence's end. */
    private static boolean endsAt(NormalText text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void heading(String heading, int salt) {
        int hash = 0;
        int letters = 0;
        int length = Math.min(heading.length(), MOST_HEADING);
        for (int i = 0; i <= length; i++) {
            char c = i < length ? Character.toLowerCase(heading.charAt(i)) : ' ';
            if (Character.isLetter(c)) {
                hash = hash * 31 + c;
                letters++;
            } else if (letters > 0) {
                if (letters > 2) {
                    set.add(GROUP, Hash.of(salt, hash));
                }
                hash = 0;
                letters = 0;
            }
        }
    }
}
