package org.citestream.cli.line;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import org.citestream.platform.Platform;

/** Starts services as processes of their own, each with its log under {@code DIR/logs}. */
final class ServiceLauncher {

    private final Project project;
    private final Path data;
    private final Ports ports;
    private final Platform platform;
    private final Settings settings;

    ServiceLauncher(Project project, Path data, Ports ports, Platform platform, Settings settings) {
        this.project = project;
        this.data = data;
        this.ports = ports;
        this.platform = platform;
        this.settings = settings;
    }

    Process launch(Service service) throws IOException {
        Path log = logOf(service);
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command(service))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment(service));
        return builder.start();
    }

    Path logOf(Service service) {
        return data.resolve("logs").resolve(service.folder() + ".log");
    }

    private List<String> command(Service service) {
        List<String> command = Java.command();
        command.add("-Xmx" + settings.heap());
        command.add("-XX:+UseSerialGC");
        // A service out of memory barely works; one that has exited is restarted.
        command.add("-XX:+ExitOnOutOfMemoryError");
        if (settings.quickStart()) {
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-XX:ReservedCodeCacheSize=128m");
        }
        command.addAll(settings.archives().options(service.folder()));
        command.add("-jar");
        command.add(project.jarOf(service.folder()).toString());
        return command;
    }

    /** In the environment rather than in the command line, which every account of the machine can read. */
    private Map<String, String> environment(Service service) {
        return Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)),
                "KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", platform.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", platform.username(),
                "QUARKUS_DATASOURCE_PASSWORD", platform.password(),
                "CITESTREAM_DATA", data.toString(),
                "CITESTREAM_WEB_MODEL_URL", ports.url(Service.CLASSIFY) + "/model",
                "CITESTREAM_OPS_INGEST_URL", ports.url(Service.INGEST),
                "CITESTREAM_OPS_CLASSIFY_URL", ports.url(Service.CLASSIFY),
                "CITESTREAM_PUBLIC_URL",
                        System.getenv().getOrDefault("CITESTREAM_PUBLIC_URL", ports.url(Service.QUERY)));
    }
}
