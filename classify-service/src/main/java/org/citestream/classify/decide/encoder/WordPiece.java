package org.citestream.classify.decide.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * BERT's uncased tokenizer: clean, lower-case, strip accents, cut at white space and punctuation, then the longest
 * known piece first (Devlin et al. 2019; Wu et al. 2016). Immutable, safe for use by several threads.
 */
public final class WordPiece {

    private static final int LONGEST_WORD = 100;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> pieces;
    private final int unknown;

    /**
     * @param pieces the vocabulary in the order of the ids
     * @throws IllegalArgumentException if [UNK], [CLS], [SEP] or [PAD] is missing
     */
    public WordPiece(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        for (int id = 0; id < pieces.size(); id++) {
            ids.put(pieces.get(id), id);
        }
        unknown = id("[UNK]");
    }

    /** The vocabulary in the order of the ids. */
    public List<String> pieces() {
        return pieces;
    }

    /**
     * The id of one piece.
     *
     * @throws IllegalArgumentException if the vocabulary lacks it
     */
    public int id(String piece) {
        return Objects.requireNonNullElseGet(ids.get(piece), () -> {
            throw new IllegalArgumentException("the vocabulary has no piece " + piece);
        });
    }

    /** The ids of a text, without framing. */
    public List<Integer> ids(CharSequence text) {
        List<Integer> found = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String clean = Normalizer.normalize(lowerCase(text), Normalizer.Form.NFD);
        clean.codePoints().forEach(c -> {
            if (standsAlone(c)) {
                flush(word, found);
                found.add(ids.getOrDefault(Character.toString(c), unknown));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                flush(word, found);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !invisible(c)) {
                word.appendCodePoint(c);
            }
        });
        flush(word, found);
        return found;
    }

    private static String lowerCase(CharSequence text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
        return lower.toString();
    }

    private void flush(StringBuilder word, List<Integer> found) {
        if (!word.isEmpty()) {
            split(word.toString(), found);
            word.setLength(0);
        }
    }

    private void split(String word, List<Integer> found) {
        int mark = found.size();
        int start = 0;
        while (start < word.length()) {
            Integer id = null;
            int end = word.length() > LONGEST_WORD ? start : word.length();
            for (; end > start && id == null; end--) {
                String piece = word.substring(start, end);
                id = ids.get(start == 0 ? piece : "##" + piece);
            }
            if (id == null) {
                found.subList(mark, found.size()).clear();
                found.add(unknown);
                return;
            }
            found.add(id);
            start = end + 1;
        }
    }

    private static boolean invisible(int c) {
        return c == 0
                || c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    /** Punctuation, every ASCII symbol, and ideographs are words of their own. */
    private static boolean standsAlone(int c) {
        if (c < 128) {
            return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isIdeographic(c);
        };
    }
}
