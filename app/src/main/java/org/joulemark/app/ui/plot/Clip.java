package org.joulemark.app.ui.plot;

import javafx.scene.image.Image;

/** Where copies go: the system's clipboard, or a list in a test. Called on the FX thread. */
public interface Clip {
    /** Copies text. */
    void text(String text);

    /** Copies a picture. */
    void picture(Image picture);
}
