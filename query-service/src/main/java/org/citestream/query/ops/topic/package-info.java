/** Topics: their size, their growth, and their readers. */
package org.citestream.query.ops.topic;
