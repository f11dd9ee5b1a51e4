/** Work that goes on by itself on a thread of its own. */
package org.citestream.kit.loop;
