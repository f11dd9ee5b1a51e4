package org.citestream.cli.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.platform.FreePort;

/**
 * Where everything listens, on loopback: query-service on {@code base}, then ingest, classify, Kafka, PostgreSQL.
 *
 * @param base 1 to 65531
 */
public record Ports(int base) {

    public static final String DEFAULT = "8080";

    private static final int HIGHEST = 65_535;
    private static final int KAFKA = 3;
    private static final int POSTGRES = 4;

    public Ports {
        if (base < 1 || base > HIGHEST - POSTGRES) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "--port " + base + " leaves no room for five ports; choose one between 1 and "
                            + (HIGHEST - POSTGRES) + ".");
        }
    }

    /** Five that follow one another and are free now. */
    public static Ports free() {
        while (true) {
            int base = FreePort.any();
            if (base <= HIGHEST - POSTGRES
                    && IntStream.rangeClosed(base, base + POSTGRES).allMatch(FreePort::isFree)) {
                return new Ports(base);
            }
        }
    }

    public int of(Service service) {
        return base + service.offset();
    }

    public int kafka() {
        return base + KAFKA;
    }

    public int postgres() {
        return base + POSTGRES;
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    /** Throws one clear line that names the first port that another program has. */
    public void checkFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(service.folder(), of(service));
        }
        wanted.put("Kafka", kafka());
        wanted.put("PostgreSQL", postgres());
        wanted.forEach((who, port) -> {
            if (!FreePort.isFree(port)) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "Port " + port + " for " + who
                                + " is taken by another program; stop it, or choose five other ports with --port N"
                                + " (N to N+4).");
            }
        });
    }
}
