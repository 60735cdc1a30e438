package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.biglittle.problem.Problem;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/**
 * The part of ONNX Runtime's C API that its Java API lacks: I/O binding, called through JNA. The C API is one table of
 * functions; the numbers below are their places in it. Sessions and tensors stay those of the Java API, which keeps
 * their native addresses in private fields.
 *
 * <p>A wrong address ends the process instead of throwing, so none leaves this package and none is ever 0.
 */
final class BindingApi {
    /** The versions of ONNX Runtime whose table is the one below (the C API's version 29). */
    private static final String VERSIONS = "1.29.";

    private final Pointer table;
    private final Field sessionAddress;
    private final Field tensorAddress;
    private final Pointer hostAllocator;

    private final Function getErrorCode;
    private final Function getErrorMessage;
    private final Function releaseStatus;
    final Function createMemoryInfo;
    final Function releaseMemoryInfo;
    final Function releaseValue;
    final Function allocatorFree;
    final Function createIoBinding;
    final Function releaseIoBinding;
    final Function bindInput;
    final Function bindOutput;
    final Function bindOutputToDevice;
    final Function synchronizeBoundInputs;
    final Function runWithBinding;
    final Function synchronizeBoundOutputs;
    final Function getBoundOutputValues;

    private BindingApi() throws ReflectiveOperationException, OrtException {
        Field api = open(Class.forName("ai.onnxruntime.OnnxRuntime"), "ortApiHandle");
        sessionAddress = open(OrtSession.class, "nativeHandle");
        tensorAddress = open(OnnxTensorLike.class, "nativeHandle");
        table = pointer(api.getLong(null));
        getErrorCode = function(1);
        getErrorMessage = function(2);
        createMemoryInfo = function(68);
        allocatorFree = function(76);
        releaseStatus = function(93);
        releaseMemoryInfo = function(94);
        releaseValue = function(96);
        runWithBinding = function(133);
        createIoBinding = function(134);
        releaseIoBinding = function(135);
        bindInput = function(136);
        bindOutput = function(137);
        bindOutputToDevice = function(138);
        getBoundOutputValues = function(140);
        synchronizeBoundInputs = function(202);
        synchronizeBoundOutputs = function(203);
        Function getAllocatorWithDefaultOptions = function(78);
        try (Memory out = new Memory(Native.POINTER_SIZE)) {
            call(getAllocatorWithDefaultOptions, out);
            hostAllocator = address(out);
        }
    }

    /**
     * @param version of the ONNX Runtime that is loaded
     * @throws Problem if its table of functions may be another one, or cannot be reached
     */
    static BindingApi load(String version) {
        if (!version.startsWith(VERSIONS)) {
            throw Problem.of("binding.version", version, VERSIONS);
        }
        try {
            return new BindingApi();
        } catch (ReflectiveOperationException | InaccessibleObjectException | OrtException e) {
            throw Problem.of("binding.unreachable", e.getMessage()).because(e);
        }
    }

    private static Field open(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private Function function(int place) {
        return Function.getFunction(pointer(Pointer.nativeValue(table.getPointer((long) place * Native.POINTER_SIZE))));
    }

    /** Calls a function that gives a status, and throws what the status says. */
    void call(Function function, Object... arguments) throws OrtException {
        Pointer status = function.invokePointer(arguments);
        if (status != null) {
            int code = getErrorCode.invokeInt(new Object[] {status});
            String message = getErrorMessage.invokePointer(new Object[] {status}).getString(0, "UTF-8");
            releaseStatus.invokeVoid(new Object[] {status});
            throw new OrtException(code, message);
        }
    }

    /** What a function has written to its last argument. */
    static Pointer address(Pointer out) {
        return pointer(Pointer.nativeValue(out.getPointer(0)));
    }

    Pointer address(OrtSession session) {
        return pointer(read(sessionAddress, session));
    }

    Pointer address(OnnxTensor tensor) {
        return pointer(read(tensorAddress, tensor));
    }

    private static long read(Field field, Object owner) {
        try {
            return field.getLong(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was made accessible", e);
        }
    }

    private static Pointer pointer(long address) {
        if (address == 0) {
            throw new IllegalStateException("ONNX Runtime gave no address");
        }
        return new Pointer(address);
    }

    /** Frees what functions have allocated in main memory; not to be released. */
    Pointer hostAllocator() {
        return hostAllocator;
    }
}
