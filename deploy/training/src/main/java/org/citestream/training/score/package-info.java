/** How good the result is, and how its confidence is calibrated. */
package org.citestream.training.score;
