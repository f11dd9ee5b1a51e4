package org.citestream.classify.decide.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a statement into tokens: {@code [CLS] heading [SEP] sentence [SEP]}, the cited work's markers replaced by the
 * word "citation" and flagged, all others by "reference". Long sentences are cut around the target. Immutable.
 */
public final class EncoderInputs {

    private static final int LONGEST_HEADING = 12;
    // What lies far behind the budget cannot be seen anyway; cutting early bounds the work on enormous sentences.
    private static final int WINDOW_CHARACTERS = 2_000;
    private final WordPiece words;
    private final int longest;
    private final int cls;
    private final int sep;
    private final int cited;
    private final int other;

    /**
     * @param words the tokenizer
     * @param longest most tokens of one input, from 32 to 512
     */
    public EncoderInputs(WordPiece words, int longest) {
        if (longest < 32 || longest > 512) {
            throw new IllegalArgumentException("inputs may have 32 to 512 tokens, got " + longest);
        }
        this.words = words;
        this.longest = longest;
        cls = words.id("[CLS]");
        sep = words.id("[SEP]");
        cited = words.id("citation");
        other = words.id("reference");
    }

    /** The tokens of one statement; never fails, whatever the text. */
    public EncoderTokens tokens(EncoderInput input) {
        List<Integer> heading = words.ids(head(input.heading(), 200));
        if (heading.size() > LONGEST_HEADING) {
            heading = heading.subList(0, LONGEST_HEADING);
        }
        List<Integer> all = new ArrayList<>();
        all.add(cls);
        if (!heading.isEmpty()) {
            all.addAll(heading);
            all.add(sep);
        }
        List<Integer> sentence = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        sentence(input, sentence, marks);
        int room = longest - all.size() - 1;
        int from = Math.max(0, Math.min(marks.indexOf(true) - room / 2, sentence.size() - room));
        int to = Math.min(sentence.size(), from + room);
        boolean[] target = new boolean[all.size() + to - from + 1];
        for (int i = from; i < to; i++) {
            target[all.size()] = marks.get(i);
            all.add(sentence.get(i));
        }
        all.add(sep);
        return new EncoderTokens(all.stream().mapToInt(Integer::intValue).toArray(), target);
    }

    private void sentence(EncoderInput input, List<Integer> ids, List<Boolean> marks) {
        String text = input.text();
        int first = input.target().isEmpty() ? 0 : input.target().get(0).start();
        int from = Math.max(0, first - WINDOW_CHARACTERS);
        int end = Math.min(text.length(), first + WINDOW_CHARACTERS);
        int at = from;
        for (Markers.Marker marker : Markers.in(input)) {
            if (marker.start() >= at && marker.start() < end) {
                plain(text.substring(at, marker.start()), ids, marks);
                ids.add(marker.target() ? cited : other);
                marks.add(marker.target());
                at = marker.end();
            }
        }
        if (at < end) {
            plain(text.substring(at, end), ids, marks);
        }
    }

    private void plain(String text, List<Integer> ids, List<Boolean> marks) {
        for (int id : words.ids(text)) {
            ids.add(id);
            marks.add(false);
        }
    }

    private static String head(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
