/** The switch by which people tell loops to wait and to go on. */
package org.citestream.kit.control;
