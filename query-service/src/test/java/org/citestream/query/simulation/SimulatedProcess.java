package org.citestream.query.simulation;

/** What dies as a whole and starts again with nothing but what is durable. */
interface SimulatedProcess {

    boolean isDead();

    /** From now on each of its threads dies at its next call. */
    void die();

    /** All its threads have died: breaks its connections, and starts anew. */
    void restart() throws Exception;
}
