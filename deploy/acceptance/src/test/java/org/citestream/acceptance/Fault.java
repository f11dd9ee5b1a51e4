package org.citestream.acceptance;

import java.util.Locale;

/** What befalls one process of a line. */
enum Fault {
    INGEST_KILLED(Service.INGEST, true),
    CLASSIFY_KILLED(Service.CLASSIFY, true),
    QUERY_KILLED(Service.QUERY, true),
    BROKER_KILLED(null, true),
    DATABASE_KILLED(null, true),
    INGEST_SUSPENDED(Service.INGEST, false),
    CLASSIFY_SUSPENDED(Service.CLASSIFY, false),
    QUERY_SUSPENDED(Service.QUERY, false),
    BROKER_SUSPENDED(null, false),
    DATABASE_SUSPENDED(null, false);

    private final Service service;
    private final boolean deadly;

    Fault(Service service, boolean deadly) {
        this.service = service;
        this.deadly = deadly;
    }

    /** Whether it is SIGKILL and not SIGSTOP. */
    boolean isDeadly() {
        return deadly;
    }

    /** Begins. */
    void begin(Line line, ProcessGround ground) {
        if (service != null && deadly) {
            line.kill(service);
        } else if (service != null) {
            line.signal(service, "STOP");
        } else {
            switch (this) {
                case BROKER_KILLED -> ground.killBroker();
                case DATABASE_KILLED -> ground.killDatabase();
                case BROKER_SUSPENDED -> ground.signalBroker("STOP");
                default -> ground.signalDatabase("STOP");
            }
        }
    }

    /** Ends; what was killed is up again then, but for the database, which the platform starts again by itself. */
    void end(Line line, ProcessGround ground) {
        if (service != null && deadly) {
            line.revive(service);
        } else if (service != null) {
            line.signal(service, "CONT");
        } else {
            switch (this) {
                case BROKER_KILLED -> ground.start();
                case BROKER_SUSPENDED -> ground.signalBroker("CONT");
                case DATABASE_SUSPENDED -> ground.signalDatabase("CONT");
                default -> {
                    // Whoever needs it waits for it.
                }
            }
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
