package org.citestream.browser;

/** What people look through; sizes in CSS pixels. */
public enum Device {
    DESKTOP(1280, 900, 1),
    PHONE(390, 844, 2),
    /** The narrowest that a page must fit without scrolling sideways. */
    NARROW(320, 640, 1);

    private final int width;
    private final int height;
    private final int scale;

    Device(int width, int height, int scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int scale() {
        return scale;
    }
}
