package org.citestream.ingest.arrival.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.NoticeIssued;
import org.junit.jupiter.api.Test;

class RetractionWatchCsvTest {
    private static final String HEAD =
            "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
                    + "OriginalPaperPubMedID,RetractionNature,Reason\n";

    @Test
    void shouldIssueANoticeForEachRowThatNamesAWork() throws Exception {
        // Given
        String rows = HEAD
                + "1,\"Rats, quoted\",5/2/2022 0:00,10.5555/R1,0,3/1/2015 0:00,10.5555/Fear,99000001,Retraction,+x;\n"
                + "2,Mice,11/30/2021 0:00,unavailable,0,,unavailable,99000002,Expression of concern,\n"
                + "3,Own,1/1/2020 0:00,10.5555/same,0,,10.5555/same,0,Correction,\n"
                + "4,Back,1/1/2020 0:00,,0,,10.5555/back,0,Reinstatement,\n"
                + "6,Back,5/1/2019 0:00,,0,,10.5555/back,0,Retraction,\n"
                + "5,Nameless,1/1/2020 0:00,,0,,unavailable,0,Retraction,\n";

        // When
        NoticeList list = RetractionWatchCsv.read(new StringReader(rows), 10);

        // Then
        assertThat(list.summary(0)).isEqualTo(new NoticeList.ImportSummary(6, 3, 0, 1, 0));
        assertThat(list.issued())
                .extracting(NoticeIssued::recordKey)
                .containsExactly(
                        "notice doi:10.5555/fear retraction 2022-05-02 retraction-watch",
                        "notice pmid:99000002 expression-of-concern 2021-11-30 retraction-watch",
                        "notice doi:10.5555/same correction 2020-01-01 retraction-watch");
        assertThat(list.issued()).extracting(NoticeIssued::notice).containsExactly("doi:10.5555/r1", null, null);
        assertThat(list.works())
                .containsExactly(Map.entry("retraction-watch", Set.of(new PublicationId("doi:10.5555/back"))));
    }

    @Test
    void shouldRefuseAListThatIsTooLong() {
        // Given
        String rows = HEAD + "1,a,1/1/2020 0:00,,0,,10.5555/a,0,Retraction,\n".repeat(3);

        // When, Then
        assertThatThrownBy(() -> RetractionWatchCsv.read(new StringReader(rows), 2))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("notices-at-once");
    }

    @Test
    void shouldNameTheMissingColumnWhenItIsAnotherList() {
        assertThatThrownBy(() -> RetractionWatchCsv.read(new StringReader("a,b\n1,2\n"), 10))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("RetractionDate");
    }

    @Test
    void shouldSayTheLineWhenTheFileBreaksOff() {
        // Given
        String broken = HEAD + "1,\"never closed,5/2/2022 0:00,10.5555/R1,0\n";

        // When, Then
        assertThatThrownBy(() -> RetractionWatchCsv.read(new StringReader(broken), 10))
                .isInstanceOf(UnreadableListException.class);
    }
}
