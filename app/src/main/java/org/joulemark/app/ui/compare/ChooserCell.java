package org.joulemark.app.ui.compare;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;

/** A run or version with a box to tick. */
final class ChooserCell extends TreeCell<ChooserItem> {
    private final PickedVersions picked;
    private final CheckBox box = new CheckBox();
    private final Tooltip detail = new Tooltip();

    ChooserCell(PickedVersions picked, Consumer<ChooserItem> toggle) {
        this.picked = picked;
        box.setFocusTraversable(false);
        box.setOnAction(_ -> {
            ChooserItem item = getItem();
            if (item != null) {
                toggle.accept(item);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ChooserItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setTooltip(null);
        setGraphic(null);
        if (!empty && item != null) {
            show(item);
        }
    }

    private void show(ChooserItem item) {
        switch (item) {
            case ChooserItem.Nothing _ -> setText("…");
            case ChooserItem.OfRun(RunOffer offer) -> {
                long in = picked.all().stream()
                        .filter(one -> one.run().id().value().equals(offer.id()))
                        .count();
                show(offer.title(), in > 0 && in >= offer.versions(), in > 0 && in < offer.versions());
                detail.setText(offer.detail());
                setTooltip(detail);
            }
            case ChooserItem.OfVersion(var contender) ->
                show(contender.label(), picked.contains(Headings.key(contender)), false);
        }
    }

    private void show(String text, boolean ticked, boolean some) {
        setText(text);
        box.setSelected(ticked);
        box.setIndeterminate(some);
        box.setAccessibleText(text);
        setGraphic(box);
    }
}
