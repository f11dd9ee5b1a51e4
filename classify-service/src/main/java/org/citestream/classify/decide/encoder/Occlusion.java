package org.citestream.classify.decide.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.TypeScores;

/**
 * Explains the encoder's decision: each word is hidden in turn, and its weight is the drop in the log-odds of the
 * chosen type (Zeiler and Fergus 2014; Li et al. 2016). One run per word, so only on request.
 */
public final class Occlusion {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]{0,60}");
    private static final int MOST_WORDS = 120;
    private static final double TINY = 1e-9;
    private final EncoderScorer model;

    public Occlusion(EncoderScorer model) {
        this.model = model;
    }

    /**
     * The words of the sentence with their weights, the strongest first, at most {@link Decision#MAX_EVIDENCE}; words
     * beyond the first {@value #MOST_WORDS} are not tried.
     *
     * @throws EncoderException if the runtime fails
     */
    public List<Evidence> why(EncoderInput input) {
        EncoderScores whole = model.scores(input);
        CitationType type = whole.type().best();
        List<Evidence> evidence = new ArrayList<>();
        for (Span word : words(input)) {
            TypeScores without = model.scores(input.hiding(word)).type();
            double weight = logOdds(whole.type(), type) - logOdds(without, type);
            evidence.add(new Evidence(Optional.of("text"), Optional.of(word), "encoder", weight, type));
        }
        evidence.sort(Comparator.comparingDouble(found -> -Math.abs(found.weight())));
        return List.copyOf(evidence.subList(0, Math.min(evidence.size(), Decision.MAX_EVIDENCE)));
    }

    /** The words outside citation markers. */
    private static List<Span> words(EncoderInput input) {
        List<Markers.Marker> markers = Markers.in(input.text(), input.target());
        List<Span> words = new ArrayList<>();
        Matcher word = WORD.matcher(input.text());
        while (word.find() && words.size() < MOST_WORDS) {
            int start = word.start();
            if (markers.stream().noneMatch(marker -> start >= marker.start() && start < marker.end())) {
                words.add(new Span(start, word.end()));
            }
        }
        return words;
    }

    private static double logOdds(TypeScores scores, CitationType type) {
        double p =
                switch (type) {
                    case SUPPORTING -> scores.supporting();
                    case CONTRASTING -> scores.contrasting();
                    case MENTIONING, UNCLASSIFIED -> scores.mentioning();
                };
        return Math.log((p + TINY) / (1 - p + TINY));
    }
}
