/** Labels leave for the topic of classified statements, in order. */
package org.citestream.classify.publish;
