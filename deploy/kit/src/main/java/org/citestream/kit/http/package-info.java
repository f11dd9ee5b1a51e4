/** Protection that the HTTP interfaces of all services share. */
package org.citestream.kit.http;
