/** Makes the app-image: the program, its libraries and a Java runtime in one folder that needs nothing installed. */
@NullMarked
package org.joulemark.packaging;

import org.jspecify.annotations.NullMarked;
