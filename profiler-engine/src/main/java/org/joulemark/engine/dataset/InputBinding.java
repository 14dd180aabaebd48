package org.joulemark.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/** Fits an array to the input it feeds, or says why it does not fit before anything runs. */
final class InputBinding {
    private final String data;
    private final long rows;
    private final boolean labelled;
    private final String model;
    private final String aside;

    /**
     * Fits arrays of the set with these facts to inputs of {@code model}.
     *
     * @param aside what was assumed of the file, to stand behind a shape that does not fit; possibly empty
     */
    InputBinding(DatasetFacts set, boolean labelled, String model, String aside) {
        this.data = set.name();
        this.rows = set.rows();
        this.labelled = labelled;
        this.model = model;
        this.aside = aside;
    }

    TensorData fit(TensorData array, ValueSpec input) throws UserError {
        if (!input.kind().equals("tensor")) {
            throw UserError.usage("input '" + input.name() + "' of model " + model + " is a " + input.typeText()
                    + "; only tensors can be fed from a data file");
        }
        if (array.shape().isEmpty() || array.shape().getFirst() != rows) {
            throw rowsDiffer(data, array, rows, labelled);
        }
        TensorData typed = typed(array, input);
        List<Long> shape = shape(array, input);
        return new TensorData(input.name(), typed.type(), shape, typed.bytes(), typed.strings());
    }

    static UserError rowsDiffer(String data, TensorData array, long rows, boolean labelled) {
        return UserError.usage("data " + data + ": array '" + array.name() + "' has the shape " + array.shape()
                + ", but there are " + rows + (labelled ? " labels" : " rows in its other arrays")
                + "; the first size must be the number of rows");
    }

    private TensorData typed(TensorData array, ValueSpec input) throws UserError {
        if (array.type() == input.type()) {
            return array;
        }
        return Numbers.convert(array, input.type())
                .orElseThrow(() -> UserError.usage("array '" + array.name() + "' of data " + data + " is "
                        + array.type() + ", but input '" + input.name() + "' of model " + model + " wants "
                        + input.type() + ", which does not hold those values"));
    }

    /** Row shapes must agree; a row may come flat where the model wants it folded, which loses nothing. */
    private List<Long> shape(TensorData array, ValueSpec input) throws UserError {
        List<Dimension> wanted = input.shape();
        if (wanted == null) {
            return array.shape();
        }
        List<Long> have = array.shape();
        if (have.size() == wanted.size() && matches(have, wanted)) {
            return have;
        }
        List<Long> folded = new ArrayList<>(List.of(have.getFirst()));
        wanted.stream().skip(1).forEach(dim -> folded.add(dim.size()));
        long rowElements = have.stream().skip(1).reduce(1L, Math::multiplyExact);
        boolean fixed = wanted.stream().skip(1).noneMatch(Dimension::free);
        if (have.size() <= 2 && !wanted.isEmpty() && fixed && product(folded) == rowElements) {
            return folded;
        }
        throw UserError.usage("array '" + array.name() + "' of data " + data + " has the shape " + have
                + ", but input '" + input.name() + "' of model " + model + " wants " + input.typeText()
                + (aside.isEmpty() ? "" : "; " + aside));
    }

    /** That rows which came flat were folded: in C order, which a file in another one would not mean. */
    static Optional<Finding> folded(TensorData array, TensorData fed) {
        boolean plain = fed.shape().stream().skip(1).filter(size -> size != 1).count() <= 1;
        if (plain || array.shape().equals(fed.shape())) {
            return Optional.empty();
        }
        List<Long> row = fed.shape().subList(1, fed.shape().size());
        return Optional.of(new Finding(
                "input-folded",
                Severity.NOTE,
                "array '" + array.name() + "' " + array.shape() + " was folded to rows of " + row + " for input '"
                        + fed.name() + "', the last size fastest",
                "save the array in the shape of the input to say otherwise"));
    }

    private static long product(List<Long> shape) {
        return shape.stream().skip(1).reduce(1L, Math::multiplyExact);
    }

    /** The first dimension is rows and cut into batches; the model's own batch size is checked when it is fed. */
    private static boolean matches(List<Long> have, List<Dimension> wanted) {
        for (int i = 1; i < have.size(); i++) {
            if (!wanted.get(i).free() && wanted.get(i).size() != have.get(i)) {
                return false;
            }
        }
        return true;
    }
}
