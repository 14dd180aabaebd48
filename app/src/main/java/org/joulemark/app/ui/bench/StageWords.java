package org.joulemark.app.ui.bench;

import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.bench.Stage;

/**
 * What a run is doing, in the user's language.
 *
 * @param texts words of this package
 */
record StageWords(Texts texts) {
    String of(Stage stage) {
        return switch (stage.kind()) {
            case IDLE_BEFORE -> texts.get("stage.idle-before");
            case IDLE_AFTER -> texts.get("stage.idle-after");
            case SETTLING -> texts.get("stage.settling");
            case LOADING -> texts.format("stage.loading", stage.version());
            case COOL_DOWN -> texts.format("stage.cool-down", stage.version(), stage.trial(), stage.ofTrials());
            case WARM_UP -> texts.format("stage.warm-up", stage.version(), stage.trial(), stage.ofTrials());
            case TRIAL -> texts.format("stage.trial", stage.version(), stage.trial(), stage.ofTrials());
        };
    }
}
