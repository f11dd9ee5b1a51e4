package org.citestream.ingest.arrival.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.arrival.notice.RetractionWatchCsv.ImportSummary;
import org.citestream.ingest.arrival.notice.RetractionWatchCsv.UnreadableListException;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.EditorialNotice.NoticeKind;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.junit.jupiter.api.Test;

class RetractionWatchCsvTest {
    private static final String HEAD =
            "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
                    + "OriginalPaperPubMedID,RetractionNature,Reason\n";

    private final List<EditorialNotice> notices = new ArrayList<>();

    @Test
    void shouldIssueANoticeForEachRowThatNamesAWork() throws Exception {
        // Given
        String rows = HEAD
                + "1,\"Rats, quoted\",5/2/2022 0:00,10.5555/R1,0,3/1/2015 0:00,10.5555/Fear,99000001,Retraction,+x;\n"
                + "2,Mice,11/30/2021 0:00,unavailable,0,,unavailable,99000002,Expression of concern,\n"
                + "3,Own,1/1/2020 0:00,10.5555/same,0,,10.5555/same,0,Correction,\n"
                + "4,Back,1/1/2020 0:00,,0,,10.5555/back,0,Reinstatement,\n"
                + "5,Nameless,1/1/2020 0:00,,0,,unavailable,0,Retraction,\n";

        // When
        ImportSummary outcome = RetractionWatchCsv.read(new StringReader(rows), notices::add);

        // Then
        assertThat(outcome).isEqualTo(new ImportSummary(5, 3, 1, 1));
        assertThat(notices)
                .containsExactly(
                        new EditorialNotice(
                                NoticeKind.RETRACTION,
                                new PublicationId("doi:10.5555/fear"),
                                new PublicationId("doi:10.5555/r1"),
                                new PublicationDate(2022, 5, 2)),
                        new EditorialNotice(
                                NoticeKind.EXPRESSION_OF_CONCERN,
                                new PublicationId("pmid:99000002"),
                                null,
                                new PublicationDate(2021, 11, 30)),
                        new EditorialNotice(
                                NoticeKind.CORRECTION,
                                new PublicationId("doi:10.5555/same"),
                                null,
                                new PublicationDate(2020, 1, 1)));
    }

    @Test
    void shouldNameTheMissingColumnWhenItIsAnotherList() {
        assertThatThrownBy(() -> RetractionWatchCsv.read(new StringReader("a,b\n1,2\n"), notices::add))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("RetractionDate");
    }

    @Test
    void shouldSayTheLineWhenTheFileBreaksOff() {
        // Given
        String broken = HEAD + "1,\"never closed,5/2/2022 0:00,10.5555/R1,0\n";

        // When, Then
        assertThatThrownBy(() -> RetractionWatchCsv.read(new StringReader(broken), notices::add))
                .isInstanceOf(UnreadableListException.class);
        assertThat(notices).isEmpty();
    }
}
