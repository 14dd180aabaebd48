package org.joulemark.app.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.jspecify.annotations.Nullable;

/** A version that is compared; the first one is the baseline. */
final class PickedCell extends ListCell<Contender> {
    private final Label name = new Label();
    private final Label role = new Label();
    private final Region swatch = new Region();
    private final HBox row = new HBox(swatch, name, role);

    PickedCell(Texts texts) {
        role.setText(texts.get("chooser.baseline"));
        // The row never grows beyond the list: a long name is cut, not the role.
        setPrefWidth(0);
        name.setMinWidth(0);
        role.setMinWidth(Region.USE_PREF_SIZE);
        role.getStyleClass().add("role");
        row.getStyleClass().add("picked-row");
    }

    @Override
    protected void updateItem(@Nullable Contender item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        if (!empty && item != null) {
            name.setText(Headings.of(getListView().getItems()).get(getIndex()));
            role.setVisible(getIndex() == 0);
            swatch.getStyleClass().setAll("swatch", "series-" + (getIndex() % 6 + 1));
            setAccessibleText(name.getText() + (getIndex() == 0 ? ", " + role.getText() : ""));
            setGraphic(row);
        }
    }
}
