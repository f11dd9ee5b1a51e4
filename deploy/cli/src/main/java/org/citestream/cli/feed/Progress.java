package org.citestream.cli.feed;

/** Shows how a feed gets on. Called by several threads. */
interface Progress extends AutoCloseable {

    /** One more article was answered. */
    void step();

    /** One line that must be seen, such as a rejection. */
    void tell(String line);

    @Override
    void close();
}
