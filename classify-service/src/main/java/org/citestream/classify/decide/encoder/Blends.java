package org.citestream.classify.decide.encoder;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.TabTable;
import org.citestream.classify.decide.TypeScores;

/**
 * The two blends of linear model and encoder.
 *
 * @param type of the types
 * @param intent of the intents
 */
public record Blends(Blend type, Blend intent) {

    private static final String SHIPPED = "/org/citestream/classify/model/blend.tsv";
    private static final double[] EVEN = {1, 1, 1};

    public Blends {
        requireNonNull(type, "type");
        requireNonNull(intent, "intent");
    }

    /** Fitted to the shipped models. */
    public static Blends shipped() {
        return parse(TabTable.shipped(SHIPPED));
    }

    /** Of lines {@code type …} and {@code intent …}; {@code #} opens a comment. */
    static Blends parse(String text) {
        Map<String, Blend> lines = TabTable.parse(text, Blend::parse);
        return new Blends(lines.get("type"), lines.get("intent"));
    }

    /** What {@link #parse} reads. */
    public String text() {
        return "type\t" + type.text() + "\nintent\t" + intent.text() + "\n";
    }

    TypeScores types(TypeScores a, TypeScores b, TypeScores mix) {
        double[] z = type.logits(a.array(), b.array(), mix.array());
        return TypeScores.softmax(z[0], z[1], z[2]);
    }

    IntentScores intents(IntentScores a, IntentScores b) {
        double[] z = intent.logits(a.array(), b.array(), EVEN);
        return IntentScores.softmax(z[0], z[1], z[2]);
    }
}
