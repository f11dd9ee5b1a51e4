package org.citestream.kit.brokenhere;

import org.citestream.kit.brokenthere.There;
import org.citestream.platform.SharedPlatform;

/** Knows what knows it, and more than the kit may; its name says nothing. */
public record HereHelper(There circle, SharedPlatform platform) {}
