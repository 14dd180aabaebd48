package org.joulemark.app.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.engine.model.Severity;

/** One notice, over the page. */
final class NoticeBar extends HBox {
    NoticeBar(Notice notice, String dismissWords, Runnable dismiss) {
        boolean warning = notice.severity() != Severity.NOTE;
        getStyleClass().add("notice");
        if (warning) {
            getStyleClass().add("warning");
        }
        Label text = new Label(notice.text());
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        setHgrow(text, Priority.ALWAYS);
        Button button = new Button(dismissWords);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> dismiss.run());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.text());
        getChildren().setAll(new Icon(warning ? "warning" : "info"), text, button);
    }
}
