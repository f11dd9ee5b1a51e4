/** The network itself: parameters, forward pass and fine-tuning in PyTorch, and the quantised file. */
package org.citestream.training.bert;
