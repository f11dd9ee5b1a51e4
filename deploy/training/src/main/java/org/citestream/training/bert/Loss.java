package org.citestream.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import org.citestream.training.data.Example;

/**
 * Cross-entropy over both heads, where a label may be a set of classes: minus the logarithm of their summed probability.
 * Where a teacher spoke, its softened scores count as much as the labels (Hinton et al. 2015).
 */
final class Loss {

    /** Both distributions are softened by this, so that what the teacher thinks of the less likely classes is heard. */
    private static final float TEMPERATURE = 2;
    /** Of the labels beside a teacher. */
    private static final float LABELS = 0.5f;

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

    /**
     * The same with a teacher.
     *
     * @param said its logits of each example, three of the types and three of the intents
     */
    static NDArray of(NDManager scratch, NDArray logits, List<Example> examples, List<float[]> said) {
        NDArray taught = taught(scratch, logits, said, 0)
                .add(taught(scratch, logits, said, CLASSES).mul(Example.INTENT_BESIDE_TYPE));
        return of(scratch, logits, examples).mul(LABELS).add(taught.mul(1 - LABELS));
    }

    /** Cross-entropy with the teacher's softened scores, times the square of the temperature, as its gradients shrink by it. */
    private static NDArray taught(NDManager scratch, NDArray logits, List<float[]> said, int from) {
        float[] wanted = new float[said.size() * CLASSES];
        for (int row = 0; row < said.size(); row++) {
            double sum = 0;
            for (int k = 0; k < CLASSES; k++) {
                sum += Math.exp(said.get(row)[from + k] / TEMPERATURE);
            }
            for (int k = 0; k < CLASSES; k++) {
                wanted[row * CLASSES + k] = (float) (Math.exp(said.get(row)[from + k] / TEMPERATURE) / sum);
            }
        }
        NDArray given = logits.get(new NDIndex(":, " + from + ":" + (from + CLASSES)))
                .div(TEMPERATURE)
                .softmax(-1);
        return given.add(TINY)
                .log()
                .mul(scratch.create(wanted, new Shape(said.size(), CLASSES)))
                .sum()
                .mul(-TEMPERATURE * TEMPERATURE);
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
