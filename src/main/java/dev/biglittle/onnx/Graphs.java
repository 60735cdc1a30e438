package dev.biglittle.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Loading graphs, and saying in a sentence what is wrong with them. */
final class Graphs {
    private Graphs() {
    }

    /**
     * Loads a graph and checks that its inputs and outputs are those of the pair format.
     *
     * @param inputs  wanted inputs, no others, with their shapes; -1 for a dimension of any size
     * @param outputs wanted outputs, among others, with their shapes
     */
    static OrtSession open(OnnxEnvironment environment, Path file, ProviderStatus provider, int threads,
                           Map<String, long[]> inputs, Map<String, long[]> outputs) {
        OrtSession session;
        try (OrtSession.SessionOptions options = environment.sessionOptions(provider, threads)) {
            session = environment.ort().createSession(file.toString(), options);
        } catch (OrtException e) {
            throw Problem.of(provider.cuda() ? "graph.notLoadedOnCard" : "graph.notLoaded", file, e.getMessage()).because(e);
        }
        try {
            checkNodes(file, Explanation.of("graph.input"), session.getInputInfo(), inputs, true);
            checkNodes(file, Explanation.of("graph.output"), session.getOutputInfo(), outputs, false);
            return session;
        } catch (OrtException e) {
            throw closedAfter(Problem.of("graph.notInspected", file, e.getMessage()).because(e), session);
        } catch (Problem e) {
            throw closedAfter(e, session);
        }
    }

    private static void checkNodes(Path file, Explanation kind, Map<String, NodeInfo> found,
                                   Map<String, long[]> wanted, boolean exactly) {
        for (Map.Entry<String, long[]> want : wanted.entrySet()) {
            NodeInfo node = found.get(want.getKey());
            if (node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
                throw Problem.of("graph.lacks", file, kind, want.getKey());
            }
            if (!fits(tensor.getShape(), want.getValue())) {
                throw Problem.of("graph.shape", file, kind, want.getKey(), shown(tensor.getShape()), shown(want.getValue()));
            }
        }
        if (exactly) {
            found.keySet().stream().filter(name -> !wanted.containsKey(name)).findFirst().ifPresent(name -> {
                throw Problem.of("graph.wants", file, kind, name);
            });
        }
    }

    /** Graphs leave open (-1) what differs from call to call. */
    private static boolean fits(long[] found, long[] wanted) {
        return found.length == wanted.length && IntStream.range(0, found.length)
                .allMatch(i -> found[i] == -1 || wanted[i] == -1 || found[i] == wanted[i]);
    }

    private static String shown(long[] shape) {
        return LongStream.of(shape).mapToObj(size -> size == -1 ? "?" : String.valueOf(size))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static Problem closedAfter(Problem failure, OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    static Problem runFailed(String part, OrtException e) {
        return Problem.of("model.failed", part, e.getMessage()).because(e);
    }

    static Problem closeFailed(OrtException e) {
        return Problem.of("model.notClosed", e.getMessage()).because(e);
    }

    static long[] toLongs(int[] ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return longs;
    }
}
