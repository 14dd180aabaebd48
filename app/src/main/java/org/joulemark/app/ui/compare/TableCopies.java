package org.joulemark.app.ui.compare;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Copies the table to the clipboard.
 *
 * @param model what is shown
 */
record TableCopies(CompareViewModel model) {
    /** As shown, in Markdown. */
    void markdown() {
        text(GridMarkdown.of(model.table().gridProperty().get(), notes()));
    }

    /** All digits of the metrics shown, in CSV. */
    void csv() {
        Sheet sheet = model.table().sheet();
        if (sheet != null) {
            text(SheetCsv.of(sheet, model.table().choiceProperty().get()));
        }
    }

    /** As shown, as a picture in the looks of {@code like}. */
    void picture(Scene like) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(GridPicture.of(model.table().gridProperty().get(), notes(), like));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private List<String> notes() {
        Compared compared = model.comparedProperty().get();
        return compared == null ? List.of() : compared.comparison().notes();
    }

    private static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
