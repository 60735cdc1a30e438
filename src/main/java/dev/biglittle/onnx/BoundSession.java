package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A decoder session whose caches stay on the device, and what all its texts have in common natively: the memory that
 * caches go to, and the names of inputs and outputs. Close it after the caches and before the session, which stays the
 * caller's.
 */
final class BoundSession implements AutoCloseable {
    /** OrtDeviceAllocator and OrtMemTypeDefault of the C API. */
    private static final int DEVICE_ALLOCATOR = 0;
    private static final int DEFAULT_MEMORY = 0;
    private static final int FIRST_DEVICE = 0;

    private final BindingApi api;
    private final Pointer session;
    private final Pointer device;
    private final Map<String, Memory> names = new HashMap<>();

    /** @param cuda whether the session runs on CUDA; else the device is the CPU, and the caches lie in main memory */
    BoundSession(BindingApi api, OrtSession session, boolean cuda) throws OrtException {
        this.api = api;
        this.session = api.address(session);
        try (Memory out = new Memory(Native.POINTER_SIZE)) {
            api.call(api.createMemoryInfo, name(cuda ? "Cuda" : "Cpu"), DEVICE_ALLOCATOR, FIRST_DEVICE, DEFAULT_MEMORY,
                    out);
            device = BindingApi.address(out);
        }
    }

    /** A name as a C string, made once: each is needed in every pass. */
    Pointer name(String name) {
        return names.computeIfAbsent(name, n -> {
            byte[] utf8 = n.getBytes(StandardCharsets.UTF_8);
            Memory memory = new Memory(utf8.length + 1L);
            memory.write(0, utf8, 0, utf8.length);
            memory.setByte(utf8.length, (byte) 0);
            return memory;
        });
    }

    BindingApi api() {
        return api;
    }

    Pointer session() {
        return session;
    }

    /** The memory of the device that the session runs on, as a place for outputs. */
    Pointer device() {
        return device;
    }

    @Override
    public void close() {
        api.releaseMemoryInfo.invokeVoid(new Object[] {device});
        names.values().forEach(Memory::close);
    }
}
