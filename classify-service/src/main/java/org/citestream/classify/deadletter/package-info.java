/** What cannot be read is set aside with its original bytes and the reason. */
package org.citestream.classify.deadletter;
