package dev.biglittle.decode;

import java.util.function.BooleanSupplier;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One model following the text: encodes the source when first needed, knows how much of the text its cache holds, and
 * catches up with the rest in one pass. The only place that calls a model, so the place where cancelling works and
 * time is taken.
 */
final class ModelReader implements AutoCloseable {
    private final Model model;
    private final boolean large;
    private final int[] source;
    private final long start;
    private final BooleanSupplier cancelled;
    private final Consumer<DecodeEvent> events;

    private ModelDecoder decoder;
    private int cached;
    private Timing lastPass;
    private int passes;
    private long passNanos;
    private long encodeNanos;

    ModelReader(Model model, boolean large, int[] source, long start, BooleanSupplier cancelled,
                Consumer<DecodeEvent> events) {
        this.model = model;
        this.large = large;
        this.source = source;
        this.start = start;
        this.cancelled = cancelled;
        this.events = events;
    }

    /** Reads the tokens it has not read yet, and predicts the token after each of them. */
    Predictions read(TargetText text) {
        if (decoder == null) {
            encode();
        }
        stopIfCancelled();
        long begin = System.nanoTime();
        Predictions predictions = decoder.read(cached, text.from(cached));
        lastPass = new Timing(begin - start, System.nanoTime() - begin, text.size() - cached);
        passNanos += lastPass.nanos();
        passes++;
        cached = text.size();
        return predictions;
    }

    /** Forgets every position from {@code size} on: other tokens stand there now. */
    void forgetFrom(int size) {
        cached = Math.min(cached, size);
    }

    private void encode() {
        stopIfCancelled();
        long begin = System.nanoTime();
        decoder = model.encode(source);
        encodeNanos = System.nanoTime() - begin;
        events.accept(new DecodeEvent.Encoded(large, source.length,
                new Timing(begin - start, encodeNanos, source.length)));
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    Timing lastPass() {
        return lastPass;
    }

    int passes() {
        return passes;
    }

    long passNanos() {
        return passNanos;
    }

    long encodeNanos() {
        return encodeNanos;
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
    }
}
