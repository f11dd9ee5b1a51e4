package org.citestream.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import org.citestream.training.data.Example;

/** Cross-entropy over both heads, where a label may be a set of classes: minus the logarithm of their summed probability. */
final class Loss {

    private static final int CLASSES = 3;
    private static final float TINY = 1e-6f;

    private Loss() {}

    static NDArray of(NDManager scratch, NDArray logits, List<Example> examples) {
        NDArray stance = head(
                scratch,
                logits.get(new NDIndex(":, 0:3")),
                examples.stream().map(Example::stance).toList(),
                examples.stream().map(Example::stanceWeight).toList());
        NDArray intent = head(
                scratch,
                logits.get(new NDIndex(":, 3:6")),
                examples.stream().map(Example::intent).toList(),
                examples.stream().map(Example::intentWeight).toList());
        return stance.add(intent);
    }

    private static NDArray head(NDManager scratch, NDArray logits, List<Set<Integer>> allowed, List<Float> weights) {
        int rows = allowed.size();
        float[] mask = new float[rows * CLASSES];
        float[] weight = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int type : allowed.get(row)) {
                mask[row * CLASSES + type] = 1;
            }
            if (allowed.get(row).isEmpty()) {
                mask[row * CLASSES] = 1;
            } else {
                weight[row] = weights.get(row);
            }
        }
        NDArray right = logits.softmax(-1)
                .mul(scratch.create(mask, new Shape(rows, CLASSES)))
                .sum(new int[] {1});
        return right.add(TINY).log().neg().mul(scratch.create(weight)).sum();
    }
}
