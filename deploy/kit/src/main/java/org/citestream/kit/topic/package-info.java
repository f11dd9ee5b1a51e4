/** Topics as the contract wants them: the list, and making sure that the broker has them so. */
package org.citestream.kit.topic;
