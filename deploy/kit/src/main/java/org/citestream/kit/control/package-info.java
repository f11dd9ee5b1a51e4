/** The switch by which people pause and resume loops. */
package org.citestream.kit.control;
