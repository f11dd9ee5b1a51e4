package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.Course;
import org.junit.jupiter.api.Test;

class EncoderSplitTest {

    private static ObjectNode row(String source, String split, String id) {
        return new ObjectMapper()
                .createObjectNode()
                .put("source", source)
                .put("split", split)
                .put("text", "We saw the same [1].")
                .put("label", "x")
                .put("id", id);
    }

    @Test
    void shouldHoldOutWholePapersWhenTheyAreKnown() {
        LabelledRow one = LabelledFile.row(row("clinical", "train", "1142326_C1"));
        LabelledRow two = LabelledFile.row(row("clinical", "train", "1142326_C2"));
        assertThat(one.paper()).isEqualTo("1142326");
        assertThat(EncoderSplit.development(one)).isEqualTo(EncoderSplit.development(two));
    }

    @Test
    void shouldCallDevelopmentRowsUnseenWhenTheSetNamesThem() {
        LabelledRow held = LabelledFile.row(row("scicite", "dev", ""));
        assertThat(EncoderSplit.development(held)).isTrue();
        assertThat(EncoderSplit.unseen(held, Course.BRIEF)).isTrue();
        assertThat(EncoderSplit.unseen(held, Course.FULL)).isTrue();
    }

    @Test
    void shouldCallRowsThatABriefCourseSkippedSeenWhenTheCourseWasFull() {
        ObjectNode any = row("scicite", "train", "");
        LabelledRow skipped = IntStream.range(0, 100)
                .mapToObj(i -> LabelledFile.row(any.put("text", "We saw " + i + " the same [1].")))
                .filter(one -> !EncoderSplit.briefly(one))
                .findFirst()
                .orElseThrow();

        assertThat(EncoderSplit.unseen(skipped, Course.BRIEF)).isTrue();
        assertThat(EncoderSplit.unseen(skipped, Course.FULL)).isFalse();
    }

    @Test
    void shouldNotMeasureOnWeakRowsWhateverTheirSplit() {
        assertThat(EncoderSplit.unseen(LabelledFile.row(row("sdcf", "dev", "")), Course.BRIEF))
                .isFalse();
    }
}
