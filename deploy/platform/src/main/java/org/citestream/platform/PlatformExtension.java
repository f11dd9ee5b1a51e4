package org.citestream.platform;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their {@link SharedPlatform}, {@link Platform} (the same), or a fresh {@link Database} as a parameter of a
 * constructor or method.
 */
public final class PlatformExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == SharedPlatform.class || type == Platform.class || type == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var platform = SharedPlatform.get();
        return parameter.getParameter().getType() == Database.class ? platform.newDatabase() : platform;
    }
}
