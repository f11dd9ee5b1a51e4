package org.citestream.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.citestream.training.onnx.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    private Path folder;

    private static BertWeights weights(float value) {
        return new BertWeights(Map.of("heads.bias", new Tensor(new long[] {2}, new float[] {value, -value})));
    }

    @Test
    void shouldStandAtTheBeginningWhenNothingWasSaved() throws IOException {
        assertThat(new Checkpoint(folder.resolve("new")).standing()).isEqualTo(Checkpoint.TrainingState.BEGINNING);
    }

    @Test
    void shouldGoOnFromLastAndKeepBestWhenTakenUpAgain() throws IOException {
        // Given
        Checkpoint before = new Checkpoint(folder);
        before.saveBest(weights(1));
        before.save(weights(2), new Checkpoint.TrainingState(400, 0.75));

        // When
        Checkpoint after = new Checkpoint(folder);

        // Then
        assertThat(after.standing()).isEqualTo(new Checkpoint.TrainingState(400, 0.75));
        assertThat(after.last().get("heads.bias").values()).containsExactly(2, -2);
        assertThat(after.best().get("heads.bias").values()).containsExactly(1, -1);
    }
}
