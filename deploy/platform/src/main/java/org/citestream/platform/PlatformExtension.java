package org.citestream.platform;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their {@link SharedPlatform}, {@link Platform} (the same), or a fresh {@link Database} as a parameter of a
 * constructor or method. Where containers are asked for and no engine answers, tests are skipped with a clear line.
 */
public final class PlatformExtension implements ParameterResolver, ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!ContainerSwitch.isOn() || ContainerPlatform.isAvailable()) {
            return ConditionEvaluationResult.enabled("the platform can run here");
        }
        // Surefire counts skipped tests but does not say why.
        System.err.println("Skipped " + context.getDisplayName() + ": " + ContainerSwitch.UNAVAILABLE);
        return ConditionEvaluationResult.disabled(ContainerSwitch.UNAVAILABLE);
    }

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
