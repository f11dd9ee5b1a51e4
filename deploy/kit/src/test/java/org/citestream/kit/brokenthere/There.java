package org.citestream.kit.brokenthere;

import org.citestream.kit.brokenhere.HereHelper;

/** Knows what knows it. */
public record There(HereHelper circle) {}
