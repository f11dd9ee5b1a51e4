package org.citestream.training.data;

import java.util.List;
import org.citestream.classify.train.EncoderSplit;

/**
 * Which examples each epoch contains: the gold rows in every epoch, each row of the other sets in one of them, all
 * shuffled.
 *
 * @param examples all that may be trained on
 * @param epochs of the course
 */
public record Curriculum(List<Example> examples, int epochs) {

    public Curriculum {
        examples = examples.stream().filter(example -> !example.development()).toList();
    }

    /** The examples of an epoch, counted from 0. */
    public List<Example> epoch(int number) {
        return examples.stream()
                .filter(example ->
                        example.gold() || EncoderSplit.part(example.input().text(), epochs) == number)
                .toList();
    }
}
