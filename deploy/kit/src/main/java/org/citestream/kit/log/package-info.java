/** What all services do with log lines. */
package org.citestream.kit.log;
