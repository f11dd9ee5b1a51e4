/** Which of five sections a statement stands in. Pure. */
package org.citestream.classify.section;
