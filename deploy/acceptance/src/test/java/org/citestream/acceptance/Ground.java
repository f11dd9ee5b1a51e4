package org.citestream.acceptance;

import org.citestream.platform.Platform;

/** What a line stands on: a Kafka broker and a PostgreSQL database that keep data and addresses over a restart. */
sealed interface Ground extends AutoCloseable permits EmbeddedGround, ProcessGround, ContainerGround, GivenGround {

    /** Starts both, for the first time or again on what was kept. */
    void start();

    /** Stops both as far as they can be started again; what they hold stays. */
    void stop();

    /** Where both answer, while started. */
    Platform platform();

    @Override
    void close();
}
