package org.citestream.classify.intake;

import java.util.ArrayList;
import java.util.List;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicList;

/**
 * The topics of one line: its input, output and control topics, its dead letters and its redrives. Immutable.
 *
 * @param output one that the list does not name (a candidate's) gets the settings of the input
 */
public record LineTopics(TopicList list, String group, String input, String output, String control) {

    /** Those of the line that these settings describe. */
    public static LineTopics of(LineSettings settings) {
        return new LineTopics(
                TopicList.read(), settings.group(), settings.input(), settings.output(), settings.control());
    }

    /** All of them, as they must be. */
    public List<Topic> all() {
        var all = new ArrayList<>(list.neededBy(group, List.of(input), List.of(control)));
        Topic source = list.topic(input);
        all.add(list.has(output) ? list.topic(output) : new Topic(output, source.partitions(), source.config()));
        return List.copyOf(all);
    }

    /** Where the line sets aside what it cannot read; a failed redrive goes where the first failure went. */
    public String deadLetters() {
        return TopicList.deadLetters(group, input);
    }

    /** Where set-aside records come back. */
    public String redrive() {
        return TopicList.redrive(group);
    }

    /** Where records first stood that come back. */
    public Origins origins() {
        return new Origins(redrive(), list.partitions(List.of(input)));
    }
}
