package org.citestream.cli.feed;

/** Shows how a feed gets on. Called by several threads. */
interface Progress extends AutoCloseable {

    /** One more file was answered, or article seen. */
    void step();

    /** One line that must be seen, such as a rejection. */
    void tell(String line);

    @Override
    void close();
}
