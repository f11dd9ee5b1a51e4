package org.citestream.platform;

/**
 * Whether tests run on containers. Apart from {@link ContainerPlatform}, which cannot even be loaded where the
 * Testcontainers jars are missing.
 */
final class ContainerSwitch {

    /** System property: {@code containers} for {@link ContainerPlatform}; absent or anything else for the embedded one. */
    private static final String SWITCH = "citestream.platform";

    static final String UNAVAILABLE =
            "No container engine answers; start one, or leave out -Pcontainers to run on the embedded platform.";

    private ContainerSwitch() {}

    static boolean isOn() {
        return "containers".equals(System.getProperty(SWITCH));
    }
}
