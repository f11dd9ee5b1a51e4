package org.citestream.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.citestream.ingest.parse.Limits;

/** How much of an article is read before it is refused; {@link Limits} says what each one is. */
@ConfigMapping(prefix = "citestream.limits")
public interface LimitSettings {
    @WithDefault("50M")
    MemorySize articleBytes();

    @WithDefault("256")
    int depth();

    @WithDefault("256")
    int attributes();

    @WithDefault("65536")
    int attributeLength();

    @WithDefault("1000000")
    int textLength();

    @WithDefault("6000000")
    int citedText();

    @WithDefault("50000")
    int marks();

    @WithDefault("20000")
    int references();

    @WithDefault("6000000")
    int referenceText();

    @WithDefault("100000")
    int entityExpansions();

    @WithDefault("50000")
    int statements();

    /** The same as the plain values that the pure packages take. */
    default Limits toLimits() {
        return new Limits(
                articleBytes().asLongValue(),
                depth(),
                attributes(),
                attributeLength(),
                textLength(),
                citedText(),
                marks(),
                references(),
                referenceText(),
                entityExpansions(),
                statements());
    }
}
