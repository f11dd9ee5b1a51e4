package org.citestream.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.CitationMarker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences end at the bars; what stands in braces is a marker. */
class SentenceSplitterTest {
    private static final Pattern SIGNS = Pattern.compile("[{}|]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fear is old. | Flight is older.",
                "As Smith et al. reported, fear is old. | We agree.",
                "Smith et al. {[12]} reported fear. | We agree.",
                "This was shown by Smith et al. | However, we disagree.",
                "See Fig. 2 and Figs. S1, S2. | Then see Eq. 3.",
                "See ref. 12 for more. | We agree.",
                "We used cues, e.g. Light and sound, i.e. Noise. | They worked.",
                "J. R. Smith and A. Jones agree. | We do not.",
                "The species C. elegans and E. coli vs. Others were used. | They grew.",
                "It weighed 0.5 kg and 1.25 mg. | It grew.",
                "Flight began within 0.6 s. | Responses waned.",
                "Fear is old.{12},{13} | However, flight is older.",
                "Fear is old. {1} | One reason is flight.",
                "Fear is old. {[12]} | However, flight is older.",
                "Fear is old ({Smith 2001}). | Flight is older.",
                "Fear is old. | {Smith et al. (2001)} disagree.",
                "Fear is old.12 | However, flight is older.",
                "Fear (see Smith. This is old. So be it) is old. | Flight too.",
                "(This is old. It is so.) | Flight is older.",
                "\"Fear is old.\" | He said so.",
                "Is fear old? | Yes! | It is.",
                "It costs approx. 5 euros, cf. Table 2. | It is cheap.",
                "We found p < 0.05. | mRNA levels rose. | pH fell.",
                "In the U.S. the law differs. | In the U.S. | The law differs.",
                "Published in 2001. | Twelve mice died.",
                "Fear is old … and deep. | We agree.",
                "Prof. Smith and Dr. Jones agree. | We agree.",
                "恐怖很古老。| 我们同意。",
                "Hepatitis B. | The virus spreads.",
                "Use No. 5 on Jan. 3, 2020. | Then stop.",
                "We used ImageJ v. 1.53 and R ver. 4.1. | Both work.",
                "We used 5% w/v. | Milk was added.",
                "Values are means ± s.d. | Bars show s.e.m. | Lines are fits.",
                "The mean ± s.d. of three is shown. | It rose.",
                "Vgl. hierzu Abb. 3 u. Tab. 2. | Das stimmt.",
                "Nach Abs. 3 S. 2 gilt es. | Das stimmt.",
                "It lasted 500 ms. | A response followed in MS. | However, Ms. Smith disagrees."
            })
    void shouldEndSentencesAtTheBarsWhenSplitting(String marked) {
        // Given
        List<CitationMarker> marks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int from = 0;
        int open = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '{') {
                open = text.length();
            } else if (c == '}') {
                marks.add(new CitationMarker(open, text.length(), List.of("k")));
            } else if (c == '|') {
                expected.add(text.substring(from).strip());
                from = text.length();
                i += i + 1 < marked.length() && marked.charAt(i + 1) == ' ' && endsBlank(text) ? 1 : 0;
            } else {
                text.append(c);
            }
        }
        expected.add(text.substring(from).strip());

        // When
        List<String> sentences = SentenceSplitter.split(text.toString(), marks).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();

        // Then
        Matcher signs = SIGNS.matcher(text);
        assertThat(signs.find()).isFalse();
        assertThat(sentences).isEqualTo(expected);
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
    }
}
