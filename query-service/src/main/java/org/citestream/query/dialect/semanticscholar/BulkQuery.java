package org.citestream.query.dialect.semanticscholar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citestream.query.dialect.PlainWords;

/**
 * Words as they are searched for in bulk, in our query language: {@code +} and blanks are AND, {@code |} is OR, and
 * {@code -without}, "phrases", parentheses, {@code begin*} and {@code ~2} mean there what they mean here. Stateless.
 */
final class BulkQuery {

    private static final int MOST_WORDS = 100;

    private static final Pattern TOKEN =
            Pattern.compile("\"(?<phrase>[^\"]*)\"(?<near>~\\d{1,3})?|(?<sign>[()|])|(?<word>[^\\s()|\"]+)");

    private BulkQuery() {}

    static String ours(String theirs) {
        StringBuilder ours = new StringBuilder();
        Matcher token = TOKEN.matcher(theirs);
        int words = 0;
        boolean without = false;
        while (token.find() && words < MOST_WORDS) {
            if (token.group("sign") != null) {
                append(ours, token.group("sign").equals("|") ? "OR" : sign(token.group("sign"), without));
                without = without && token.group("sign").equals("|");
            } else if (token.group("phrase") != null) {
                String phrase = String.join(" ", plain(token.group("phrase")));
                if (!phrase.isEmpty()) {
                    append(
                            ours,
                            sign("\"" + phrase + "\"", without)
                                    + (token.group("near") == null ? "" : token.group("near")));
                    words++;
                }
                without = false;
            } else {
                String word = token.group("word").replaceFirst("^\\++", "");
                without = without || word.startsWith("-");
                String bare = word.replaceFirst("^-+", "");
                for (String part : parts(bare)) {
                    append(ours, sign(part, without));
                    words++;
                }
                // "- word" and "-(…)" are written too.
                without = without && bare.isEmpty();
            }
        }
        // An OR that nothing stands beside means nothing.
        return ours.toString().replaceAll("^(?:OR )+|(?: OR)+$|(?<=\\()OR | OR(?=\\))", "");
    }

    /** Letters and digits in lower case; a beginning or a likeness that ends the word stays. */
    private static List<String> parts(String word) {
        List<String> plain = new ArrayList<>(plain(word));
        Matcher end = Pattern.compile("[\\p{L}\\p{N}](\\*|~[12]?)$").matcher(word);
        if (!plain.isEmpty() && end.find()) {
            String tail = end.group(1);
            int last = plain.size() - 1;
            // The digit behind a tilde was taken for a word.
            if (tail.length() == 2) {
                plain.remove(last--);
            }
            int shortest = tail.startsWith("~") ? 4 : 2;
            if (last >= 0 && plain.get(last).length() >= shortest) {
                plain.set(last, plain.get(last) + tail);
            }
        }
        return plain;
    }

    private static String sign(String clause, boolean without) {
        return without ? "-" + clause : clause;
    }

    private static void append(StringBuilder text, String clause) {
        boolean touches = text.isEmpty() || clause.equals(")") || text.charAt(text.length() - 1) == '(';
        text.append(touches ? "" : " ").append(clause);
    }

    /** The words of a text, in lower case so that none is an operator. */
    static List<String> plain(String text) {
        return PlainWords.of(text).limit(MOST_WORDS).collect(Collectors.toList());
    }
}
