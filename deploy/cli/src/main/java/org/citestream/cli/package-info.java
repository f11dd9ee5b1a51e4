/** {@code deploy/citestream}: starts the platform and the services, feeds them articles, tells how they are. */
package org.citestream.cli;
