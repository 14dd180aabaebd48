/** What every door of the program stands on: the composition root, the bundled models, what reports are made of. */
@NullMarked
package org.joulemark.app.workbench;

import org.jspecify.annotations.NullMarked;
