package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.joulemark.app.ui.desk.Undo;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;

/** The versions that are compared, the baseline first; each at most once. Used on the screen's thread. */
final class PickedVersions {
    private final Undo undo;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<Contender>> all = new ReadOnlyObjectWrapper<>(List.of());

    PickedVersions(Undo undo, Texts texts) {
        this.undo = undo;
        this.texts = texts;
    }

    /** All, the baseline first. */
    ReadOnlyObjectProperty<List<Contender>> allProperty() {
        return all.getReadOnlyProperty();
    }

    List<Contender> all() {
        return all.get();
    }

    /** Whether the version of that key is among them. */
    boolean contains(String key) {
        return index(key) >= 0;
    }

    /** Puts others in place of all. */
    void replace(List<Contender> versions) {
        all.set(distinct(versions));
    }

    /** Adds versions at the end. */
    void add(Collection<Contender> versions) {
        List<Contender> more = new ArrayList<>(all());
        more.addAll(versions);
        set(distinct(more));
    }

    /** Takes versions out; can be undone. */
    void remove(Collection<String> keys) {
        List<Contender> gone =
                all().stream().filter(one -> keys.contains(Headings.key(one))).toList();
        if (gone.isEmpty()) {
            return;
        }
        String what = gone.size() == 1 ? gone.getFirst().label() : texts.format("undo.versions", gone.size());
        undoable(texts.format("undo.remove", what), versions -> {
            versions.removeAll(gone);
            return versions;
        });
    }

    /** Compares all others with that version; can be undone. */
    void setBaseline(String key) {
        int at = index(key);
        if (at > 0) {
            undoable(texts.format("undo.baseline", all().get(at).label()), versions -> {
                versions.addFirst(versions.remove(at));
                return versions;
            });
        }
    }

    /** Moves a version by so many places; the first one is the baseline. */
    void move(String key, int by) {
        int from = index(key);
        int to = Math.clamp(from + (long) by, 0, Math.max(0, all().size() - 1));
        if (from >= 0 && from != to) {
            undoable(texts.format("undo.move", all().get(from).label()), versions -> {
                versions.add(to, versions.remove(from));
                return versions;
            });
        }
    }

    private void undoable(String words, UnaryOperator<List<Contender>> change) {
        List<Contender> before = all();
        all.set(List.copyOf(change.apply(new ArrayList<>(before))));
        undo.done(words, () -> all.set(before));
    }

    private void set(List<Contender> versions) {
        if (versions.size() != all().size()) {
            all.set(versions);
        }
    }

    private int index(String key) {
        List<Contender> now = all();
        for (int i = 0; i < now.size(); i++) {
            if (Headings.key(now.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Contender> distinct(List<Contender> versions) {
        List<String> seen = new ArrayList<>();
        List<Contender> distinct = new ArrayList<>();
        for (Contender one : versions) {
            String key = Headings.key(one);
            if (!seen.contains(key)) {
                seen.add(key);
                distinct.add(one);
            }
        }
        return List.copyOf(distinct);
    }
}
