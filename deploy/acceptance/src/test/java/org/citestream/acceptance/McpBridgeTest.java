package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code deploy/citestream mcp} as a desktop client starts it: the official Java client over standard streams. */
@WithLine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisturbsLine
class McpBridgeTest {

    private static final String HERO = "doi:10.5555/cs.hallam2016";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Line line;
    private McpSyncClient client;

    McpBridgeTest(Line line) {
        this.line = line;
    }

    @BeforeAll
    void feedAllSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, HERO, new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
    }

    @BeforeEach
    void connect() {
        List<String> command =
                Tool.citestream("mcp", "--url", line.query().base().toString());
        ServerParameters program = ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build();
        // Schemas are checked where the server is tested; this is about the way between.
        client = McpClient.sync(new StdioClientTransport(program, new JacksonMcpJsonMapper(JSON)))
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
    }

    @AfterEach
    void leave() {
        client.closeGracefully();
    }

    @Test
    void shouldCallToolsPromptsAndResourcesOverStandardStreams() {
        // When
        JsonNode report = called("citation_report", Map.of("id", HERO));
        JsonNode quotes = called("get_statements", Map.of("cited", HERO, "type", "supporting"));
        // Then
        assertThat(client.listTools().tools()).hasSizeGreaterThan(9);
        assertThat(client.listPrompts().prompts()).extracting(Prompt::name).contains("fact-check-claim");
        assertThat(report.at("/tally/supporting").asInt()).isEqualTo(2);
        assertThat(report.at("/statements/0/permalink").asText()).contains("/statements/");
        assertThat(quotes.path("matching").asInt()).isEqualTo(2);
        assertThat(((TextResourceContents) client.readResource(
                                        ReadResourceRequest.builder("citestream://works/10.5555%2Fcs.hallam2016")
                                                .build())
                                .contents()
                                .get(0))
                        .text())
                .contains("A midbrain population");
    }

    @Test
    void shouldGoOnWhenQueryServiceWasStartedAgain() {
        assertThat(called("get_tally", Map.of("ids", HERO)).path("works")).hasSize(1);

        line.kill(Service.QUERY);
        line.revive(Service.QUERY);

        assertThat(called("get_tally", Map.of("ids", HERO)).path("works")).hasSize(1);
    }

    private JsonNode called(String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).as(result.toString()).isNotEqualTo(true);
        return JSON.valueToTree(result.structuredContent());
    }
}
