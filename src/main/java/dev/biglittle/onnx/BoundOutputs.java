package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Objects;

/** The outputs of one pass, in the order in which they were first bound. Releases them; who binds one keeps it alive. */
final class BoundOutputs implements AutoCloseable {
    private final BindingApi api;
    private final Pointer array;
    private final Pointer[] values;

    /** @param out room for two pointers */
    BoundOutputs(BindingApi api, Pointer binding, Memory out) throws OrtException {
        this.api = api;
        Pointer count = out.share(Native.POINTER_SIZE);
        api.call(api.getBoundOutputValues, binding, api.hostAllocator(), out, count);
        array = BindingApi.address(out);
        values = array.getPointerArray(0, Math.toIntExact(count.getLong(0)));
    }

    Pointer value(int index) {
        return Objects.requireNonNull(values[index]);
    }

    @Override
    public void close() throws OrtException {
        for (Pointer value : values) {
            api.releaseValue.invokeVoid(new Object[] {value});
        }
        api.call(api.allocatorFree, api.hostAllocator(), array);
    }
}
