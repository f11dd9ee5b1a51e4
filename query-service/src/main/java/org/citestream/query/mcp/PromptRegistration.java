package org.citestream.query.mcp;

import io.quarkiverse.mcp.server.PromptManager;
import io.quarkiverse.mcp.server.PromptManager.PromptDefinition;
import io.quarkiverse.mcp.server.PromptMessage;
import io.quarkiverse.mcp.server.PromptResponse;
import io.quarkiverse.mcp.server.TransportHint;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Offers every {@link PromptText} to clients. Thread-safe. */
@Singleton
record PromptRegistration(PromptManager manager) {

    void register(@Observes StartupEvent started) {
        for (PromptText prompt : PromptText.values()) {
            PromptDefinition offered = manager.newPrompt(prompt.wireName)
                    .setTitle(prompt.title)
                    .setDescription(prompt.description)
                    .addHint(TransportHint.STREAMABLE_HTTP_SKIP_SSE_INIT)
                    .setHandler(asked -> new PromptResponse(
                            prompt.description, List.of(PromptMessage.withUserRole(prompt.filled(asked.args())))));
            prompt.arguments.forEach(
                    argument -> offered.addArgument(argument.name(), argument.description(), argument.required()));
            offered.register();
        }
    }
}
