/** Where the program starts and chooses its door: the desktop or the command line. */
@NullMarked
package org.joulemark.app;

import org.jspecify.annotations.NullMarked;
