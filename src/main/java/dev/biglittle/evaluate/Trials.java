package dev.biglittle.evaluate;

import java.util.Optional;
import java.util.function.Supplier;

/** Where finished work is kept, so that an interrupted evaluation can go on. */
public interface Trials {
    /** Keeps nothing. */
    Trials NOWHERE = new Trials() {
        @Override
        public Optional<Trial> find(int text, Setting setting) {
            return Optional.empty();
        }

        @Override
        public void add(int text, Setting setting, Trial trial) {
            // nothing to go on with
        }
    };

    /** What an earlier run found, if it came to this text and setting. */
    Optional<Trial> find(int text, Setting setting);

    /** Keeps a finished trial for good. */
    void add(int text, Setting setting, Trial trial);

    /** The trial of an earlier run, or the one that is made now, which is then kept; empty if that was cancelled. */
    default Optional<Trial> findOrMake(int text, Setting setting, Supplier<Optional<Trial>> make) {
        Optional<Trial> earlier = find(text, setting);
        if (earlier.isPresent()) {
            return earlier;
        }
        Optional<Trial> made = make.get();
        made.ifPresent(trial -> add(text, setting, trial));
        return made;
    }
}
