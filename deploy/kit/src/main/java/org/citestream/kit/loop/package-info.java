/** Background work on threads of its own. */
package org.citestream.kit.loop;
