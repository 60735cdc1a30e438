package dev.biglittle.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Folds events into tokens and origins, and keeps the events. */
final class Recording implements Consumer<DecodeEvent> {
    final List<DecodeEvent> events = new ArrayList<>();
    final List<Integer> tokens = new ArrayList<>();
    final List<Origin> origins = new ArrayList<>();

    @Override
    public void accept(DecodeEvent event) {
        events.add(event);
        if (event instanceof DecodeEvent.Drafted drafted) {
            add(drafted.position(), drafted.small().token(), Origin.SMALL);
        } else if (event instanceof DecodeEvent.Written written) {
            add(written.position(), written.large().token(), written.origin());
        } else if (event instanceof DecodeEvent.RolledBack back) {
            List<Integer> gone = tokens.subList(back.position(), tokens.size());
            if (!gone.equals(back.dropped())) {
                throw new AssertionError("dropped " + back.dropped() + " but there stood " + gone);
            }
            gone.clear();
            origins.subList(back.position(), origins.size()).clear();
            add(back.position(), back.large().token(), Origin.ROLLBACK);
        }
    }

    private void add(int position, int token, Origin origin) {
        if (position != tokens.size()) {
            throw new AssertionError("position " + position + " after " + tokens.size() + " tokens");
        }
        tokens.add(token);
        origins.add(origin);
    }

    <E extends DecodeEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    FinishReason reason() {
        return ((DecodeEvent.Finished) events.get(events.size() - 1)).reason();
    }
}
