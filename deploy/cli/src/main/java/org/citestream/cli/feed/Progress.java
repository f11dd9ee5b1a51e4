package org.citestream.cli.feed;

/** Shows the progress of a feed. Called by several threads. */
interface Progress extends AutoCloseable {

    /** One more file was answered, or article seen. */
    void step();

    /** One line that must be seen, such as a rejection. */
    void tell(String line);

    @Override
    void close();
}
