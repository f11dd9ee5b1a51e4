package org.citestream.query.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Splits a text into its words as written and, at the same position, the stem of each word if it differs, marked as a
 * stem. Words and stems are the same as those of the analyzers for queries.
 */
final class WordsAndStems extends Analyzer {
    /** Precedes every stem. No word contains it, so no prefix finds a stem. */
    static final char STEM = '\u0001';

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        WordKeeper asis = new WordKeeper(new LowerCaseFilter(words));
        return new TokenStreamComponents(words, new StemAppender(stems(asis), asis));
    }

    private static TokenStream stems(TokenStream words) {
        return new PorterStemFilter(new EnglishPossessiveFilter(words));
    }

    /** The stem of one word in lower case. */
    static String stemOf(String word) {
        KeywordTokenizer whole = new KeywordTokenizer();
        whole.setReader(new java.io.StringReader(word));
        try (TokenStream stems = stems(whole)) {
            CharTermAttribute stem = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            return stems.incrementToken() ? stem.toString() : word;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
    }

    /** Remembers the word before it is stemmed. */
    private static final class WordKeeper extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private char[] word = new char[32];
        private int length;

        WordKeeper(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            length = term.length();
            if (word.length < length) {
                word = new char[length];
            }
            System.arraycopy(term.buffer(), 0, word, 0, length);
            return true;
        }
    }

    /** Emits each word, then its stem if it differs. */
    private static final class StemAppender extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute places = addAttribute(PositionIncrementAttribute.class);
        private final WordKeeper asis;
        private char[] stem = new char[32];
        private int waiting;

        StemAppender(TokenStream stems, WordKeeper asis) {
            super(stems);
            this.asis = asis;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (waiting > 0) {
                term.copyBuffer(stem, 0, waiting);
                places.setPositionIncrement(0);
                waiting = 0;
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            int length = term.length();
            char[] buffer = term.buffer();
            if (!isAsis(buffer, length)) {
                if (stem.length <= length) {
                    stem = new char[length + 1];
                }
                stem[0] = STEM;
                System.arraycopy(buffer, 0, stem, 1, length);
                waiting = length + 1;
                term.copyBuffer(asis.word, 0, asis.length);
            }
            return true;
        }

        private boolean isAsis(char[] buffer, int length) {
            return java.util.Arrays.equals(buffer, 0, length, asis.word, 0, asis.length);
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            waiting = 0;
        }
    }
}
