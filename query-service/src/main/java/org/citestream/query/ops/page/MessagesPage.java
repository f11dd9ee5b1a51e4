package org.citestream.query.ops.page;

import java.util.List;

/**
 * The parameters of the page of messages.
 *
 * @param topics to choose from
 * @param mode browse, search or tail
 */
public record MessagesPage(
        List<String> topics,
        String mode,
        String topic,
        String partition,
        String offset,
        String time,
        String key,
        String text,
        String path,
        String equal) {

    public MessagesPage {
        topics = List.copyOf(topics);
    }

    public boolean chosen() {
        return topic != null;
    }
}
