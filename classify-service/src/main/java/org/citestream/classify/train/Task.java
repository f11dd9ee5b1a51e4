package org.citestream.classify.train;

import java.util.List;

/** One of the two axes; its classes are in the order of the model's columns. */
public enum Task {
    STANCE,
    INTENT;

    /** Words of the classes. */
    public List<String> classes() {
        return switch (this) {
            case STANCE -> List.of("supporting", "mentioning", "contrasting");
            case INTENT -> List.of("background", "method", "result");
        };
    }
}
