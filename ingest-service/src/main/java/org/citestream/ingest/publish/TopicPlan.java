package org.citestream.ingest.publish;

import java.util.List;
import org.citestream.ingest.fact.Fact;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicList;

/** The topics this service writes or reads, with their settings, out of the one list all services share. Immutable. */
public final class TopicPlan {
    /** The group of the catalogue's loop. */
    public static final String CATALOGUE_GROUP = "citestream.catalogue";

    private static final String STATEMENTS = "citations.statements.v1";
    private static final String PUBLICATIONS = "citations.publications.v1";

    private final TopicList list;

    private TopicPlan(TopicList list) {
        this.list = list;
    }

    /** Reads the list from the contracts on the class path. */
    public static TopicPlan load() {
        return new TopicPlan(TopicList.read());
    }

    /** Every topic this service uses. */
    public List<Topic> all() {
        return list.neededBy(CATALOGUE_GROUP, List.of(PUBLICATIONS), List.of(STATEMENTS, PauseOrders.TOPIC));
    }

    public Topic of(Fact.Stream stream) {
        return switch (stream) {
            case STATEMENTS -> list.topic(STATEMENTS);
            case PUBLICATIONS -> list.topic(PUBLICATIONS);
        };
    }

    /** The topic for records that the catalogue's loop cannot read. */
    public String deadLetters() {
        return TopicList.deadLetters(CATALOGUE_GROUP, PUBLICATIONS);
    }

    /** The topic of set-aside records that the catalogue's loop is to retry. */
    public String redrive() {
        return TopicList.redrive(CATALOGUE_GROUP);
    }

    /** The original positions of records redriven to the catalogue's loop. */
    public Origins origins() {
        return new Origins(redrive(), list.partitions(List.of(PUBLICATIONS)));
    }
}
