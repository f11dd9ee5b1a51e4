package org.citestream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one line at its first use and stops it at the end of the run: starting it takes longer than most tests. */
final class LineExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(LineExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Line.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("line", key -> startLine(), Line.class);
    }

    private static Line startLine() {
        try {
            if (GivenGround.isWanted()) {
                return Line.at(new GivenGround());
            }
            Path data = Files.createDirectories(Checkout.target().resolve("data"));
            Path fresh = Files.createTempDirectory(data, "line-");
            Ground ground =
                    ContainerGround.isWanted() ? new ContainerGround() : new EmbeddedGround(fresh.resolve("platform"));
            return Line.start(ground, fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
