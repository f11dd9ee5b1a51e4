/** What the HTTP interfaces of all services guard against. */
package org.citestream.kit.http;
