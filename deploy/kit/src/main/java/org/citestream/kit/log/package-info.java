/** What all services do with lines of the log. */
package org.citestream.kit.log;
