package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitedNoticeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-03-05 | 2021-03-06 | before",
                "2021-03-06 | 2021-03-06 | unknown",
                "2021-03-07 | 2021-03-06 | after",
                "2021-03    | 2021-03-06 | unknown",
                "2021-02    | 2021-03-06 | before",
                "2021-04    | 2021-03    | after",
                "2021       | 2021-12-31 | unknown",
                "2020       | 2021       | before",
                "2022       | 2021-12-31 | after",
                "           | 2021       | unknown",
                "2022       |            | unknown",
                "in press   | 2021       | unknown",
                "2021-13    | 2021       | unknown"
            })
    void shouldDistinguishBeforeAndAfterOnlyWhenDatesAllow(String published, String noticed, String made) {
        assertThat(CitedNotice.made(published, noticed)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retraction | The effect was first seen in a study that has since been retracted [5]. | true",
                "retraction | Hallam et al. [5] (retracted) claimed otherwise. | true",
                "retraction | The paper was retracted by its authors [5]. | true",
                "retraction | See the retraction notice [5]. | true",
                "retraction | The authors withdrew nothing [5]. | false",
                "retraction | Growth cone retraction was slower [5]. | false",
                "retraction | The needle was retracted slowly, as described [5]. | false",
                "retraction | The retracted eyelid was held in place as usual [5]. | false",
                "retraction | In agreement with earlier work [5]. | false",
                "withdrawal | This article, now withdrawn [5], had a wide echo. | true",
                "expression-of-concern | The journal has issued an expression of concern [5]. | true",
                "erratum | As stated in the corrigendum [5]. | true",
                "erratum | After correction for age the effect was gone [5]. | false"
            })
    void shouldFindAnAcknowledgementWhenTheWordsAreNearTheMarker(String kind, String text, boolean admitted) {
        // When
        int marker = text.indexOf("[5]");
        // Then
        assertThat(NoticeAcknowledgement.of(kind, text, List.of(new int[] {marker, marker + 3})))
                .isEqualTo(admitted);
    }

    @org.junit.jupiter.api.Test
    void shouldFindNoAcknowledgementWhenTheWordsBelongToAnotherCitation() {
        String text = "One study has been retracted [4], whereas many others, of larger groups of animals and over much"
                + " longer times, agree with the first report of the effect [5].";
        int marker = text.indexOf("[5]");

        assertThat(NoticeAcknowledgement.of("retraction", text, List.of(new int[] {marker, marker + 3})))
                .isFalse();
    }
}
